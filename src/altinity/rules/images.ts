import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { type Manifest, text } from '../../kubernetes/manifest';
import { clickhouseImage, isPinnedImage, keeperImage, parseImage } from '../images';
import { defectsOf } from '../known-defects';
import { compareReleases, parseOperatorVersion } from '../versions';
import { clustersWithHosts } from './clusters';
import { forEach, installationsOf, isKeeper, isWhole, textsOf } from './installations';
import { containersOf, entriesAt, faultAt, itemsAt, once, type Place, podTemplatesOf, specOf } from './places';

/** Oldest server that the operator can run. */
const oldestServer = '21.11';

/** Places at fault when the operator makes up a server container: clusters without a pod template, and empty templates. */
export const madeUpServers = once((installation): readonly Place[] => [
  ...clustersWithHosts(installation)
    .filter(({ hosts }) => hosts.some(({ podTemplate }) => podTemplate === undefined))
    .map(({ place }) => place),
  ...podTemplatesOf(installation).filter((template) => entriesAt(template, 'spec', 'containers').length === 0),
]);

function* floating(object: Manifest, set: ManifestSet): Generator<Fault> {
  for (const container of containersOf(object)) {
    const image = text(container.node.image);
    if (image !== undefined && parseImage(image) && !isPinnedImage(image)) {
      yield faultAt(object, container, ['image'], `'${image}' means other bits tomorrow.`);
    }
  }
  if (!isWhole(set, object)) return;
  for (const place of madeUpServers(object)) {
    const [image, pinned] = isKeeper(object)
      ? ['clickhouse/clickhouse-keeper', keeperImage]
      : ['clickhouse/clickhouse-server', clickhouseImage];
    const fix = `link a pod template with a container that runs an image such as '${pinned}'.`;
    yield faultAt(object, place, [], `without a container the operator runs '${image}:latest'.`, fix);
  }
}

function* references(installation: Manifest, set: ManifestSet): Generator<Fault> {
  for (const container of containersOf(installation)) {
    const { image } = container.node;
    if (image === undefined || image === null) {
      if (isWhole(set, installation)) yield faultAt(installation, container, [], 'the container has no image.');
    } else if (typeof image !== 'string' || !parseImage(image)) {
      yield faultAt(installation, container, ['image'], `${JSON.stringify(image)} is no image.`);
    }
  }
}

/** Releases of ClickHouse that containers run, as far as their images tell. */
const releasesOf = once((installation): readonly (readonly [Place, string])[] =>
  containersOf(installation).flatMap((container) => {
    const image = text(container.node.image) ?? '';
    const tag = /(^|\/)clickhouse(-server)?[:@]/.test(image) ? parseImage(image)?.tag : undefined;
    return tag !== undefined && /^v?\d+\.\d+/.test(tag) ? [[container, tag]] : [];
  }),
);

function* oldServers(installation: Manifest): Generator<Fault> {
  for (const [container, release] of releasesOf(installation)) {
    if (compareReleases(release, oldestServer) < 0)
      yield faultAt(installation, container, ['image'], `the operator does not support ClickHouse ${release}.`);
  }
}

function* knownBad(installation: Manifest, set: ManifestSet): Generator<Fault> {
  const operator = parseOperatorVersion(set.contextOf(installation).operator?.version ?? '');
  if (!operator) return;
  const settings = itemsAt(specOf(installation), 'configuration', 'settings').map(({ key }) => key);
  const said = new Set<string>();
  for (const [container, release] of releasesOf(installation)) {
    if (compareReleases(release, oldestServer) < 0 || said.has(release)) continue;
    said.add(release);
    for (const { server, what, fix } of defectsOf(operator, release)) {
      // Some defects can be worked around by a setting, which the fix names.
      if (!server || settings.some((key) => fix.includes(`'${key}'`))) continue;
      const message = `ClickHouse ${release} with operator ${operator}: ${lower(what)}`;
      yield faultAt(installation, container, ['image'], message, lower(fix));
    }
  }
}

/** Sentences of the table of defects stand inside of other sentences here. */
export function lower(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

/** Rules about images. */
export const imageRules: readonly Rule[] = [
  {
    id: 'images/pinned',
    severity: 'warning',
    title: 'Every image has a tag other than latest, or a digest',
    why: 'A pod that moves to another node runs another release then, without anybody having decided it.',
    fix: `pin a release, such as '${clickhouseImage}'.`,
    source: 'operator, pkg/model/chi/normalizer (default image); Kubernetes, image names',
    check: forEach(textsOf, floating),
  },
  {
    id: 'images/reference',
    severity: 'error',
    title: 'Every container has an image, in the notation of container registries',
    why: 'The pod stays in InvalidImageName.',
    fix: `write an image such as '${clickhouseImage}'.`,
    source: 'distribution/reference, grammar of references',
    check: forEach(textsOf, references),
  },
  {
    id: 'images/too-old',
    severity: 'error',
    title: `ClickHouse is ${oldestServer} or newer`,
    why: 'The operator writes configuration that older servers do not know, and does not start them.',
    fix: 'use a newer release, one upgrade at a time.',
    source: 'operator README',
    check: forEach(textsOf, oldServers),
  },
  {
    id: 'images/known-bad',
    severity: 'warning',
    title: 'The release of ClickHouse is not known to fail with the operator',
    why: 'Somebody has run into it before.',
    fix: 'use another release of either.',
    source: 'table of known defects, each with its issue (src/altinity/known-defects.ts)',
    check: forEach(installationsOf, knownBad),
  },
];
