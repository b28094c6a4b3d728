import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';
import { forEach, installationsOf, textsOf } from './installations';
import { entriesAt, faultAt, itemsAt, type Place, placeAt, specOf, whole } from './places';

const reservedPrefix = /^clickhouse(-keeper)?\.altinity\.com\//;

/** Labels that change with every release of a chart or program. */
const versionKey = /(^|[/.-])(version|chart|commit|revision|build|sha|git-sha|release-tag)$/i;

/** Metadata that the operator copies to the objects it makes. */
function metadataOf(object: Manifest): readonly Place[] {
  const templates = ['podTemplates', 'serviceTemplates', 'volumeClaimTemplates'].flatMap((list) =>
    entriesAt(specOf(object), 'templates', list),
  );
  return [whole(object), ...templates].map((place) => placeAt(place, 'metadata'));
}

function* reservedKeys(object: Manifest): Generator<Fault> {
  for (const metadata of metadataOf(object)) {
    for (const section of ['labels', 'annotations']) {
      for (const { key, value, place } of itemsAt(metadata, section)) {
        if (reservedPrefix.test(key) && !saysTheSame(object, key, value))
          yield faultAt(object, place, [], `'${key}' belongs to the operator.`);
      }
    }
  }
}

/** Repeating what the operator sets anyway does no harm; people select installations for templates this way. */
function saysTheSame({ kind, metadata }: Manifest, key: string, value: unknown): boolean {
  const own =
    kind === 'ClickHouseKeeperInstallation' ? 'clickhouse-keeper.altinity.com/chk' : 'clickhouse.altinity.com/chi';
  return key === own && value === metadata.name;
}

function* versions(object: Manifest): Generator<Fault> {
  const metadata = placeAt(whole(object), 'metadata');
  for (const section of ['labels', 'annotations']) {
    for (const { key, value, place } of itemsAt(metadata, section)) {
      if (versionKey.test(key) && !reservedPrefix.test(key))
        yield faultAt(object, place, [], `'${key}: ${value}' goes to every pod, and changes with every release.`);
    }
  }
}

/** Rules about labels and annotations. */
export const labelRules: readonly Rule[] = [
  {
    id: 'labels/reserved',
    severity: 'error',
    title: 'Labels and annotations of the operator are left to it',
    why: 'They override its own, by which Services, budgets and the operator itself find the pods.',
    fix: 'remove it, or use a prefix of your own.',
    source: 'operator, pkg/model/common/tags/labeler/scope.go',
    check: forEach(textsOf, reservedKeys),
  },
  {
    id: 'labels/version',
    severity: 'warning',
    title: 'Labels and annotations of an installation carry no version',
    why: 'The operator copies them to the pod templates: the next reconcile after a new version restarts every pod.',
    fix: 'remove it from the installation, or exclude it in the configuration of the operator (label.exclude, annotation.exclude).',
    source: 'operator #1845; observed with 0.26.0',
    check: forEach(installationsOf, versions),
  },
];
