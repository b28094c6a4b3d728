import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { at, list, type Manifest, record, text } from '../../kubernetes/manifest';
import type { Host } from '../topology';
import { clustersWithHosts } from './clusters';
import { forEach, installationsOf, isKeeper, isWhole, textsOf } from './installations';
import { claimTemplatesOf, faultAt, type Place, podTemplatesOf } from './places';

/** Where the data of a host lies. */
type Ground = 'nothing' | 'claim' | 'volume' | 'ephemeral';

const dataPath = { keeper: '/var/lib/clickhouse-keeper', clickhouse: '/var/lib/clickhouse' };

/** What the data directory of a host stands on: what its server container mounts, else the data template. */
function groundOf(installation: Manifest, host: Host): Ground {
  const keeper = isKeeper(installation);
  const path = dataPathOf(installation);
  const pod = podTemplatesOf(installation)
    .filter(({ node }) => host.podTemplate !== undefined && node.name === host.podTemplate)
    .at(-1);
  const containers = pod ? list(at(pod.node, 'spec', 'containers')).map(record) : [];
  const server = containers.find(({ name }) => name === (keeper ? 'clickhouse-keeper' : 'clickhouse'));
  const mounts = list((server ?? (keeper ? {} : containers[0]))?.volumeMounts).map(record);
  const holds = (mount: unknown) =>
    isBelow(path, text(mount)) || (keeper && isBelow(text(mount) ?? '', dataPath.keeper));
  const mounted = mounts.find(({ mountPath }) => holds(mountPath));
  if (!mounted)
    return host.dataClaimTemplate !== undefined && path.startsWith(dataPath.clickhouse) ? 'claim' : 'nothing';
  const volume = list(at(pod?.node, 'spec', 'volumes'))
    .map(record)
    .find(({ name }) => name === mounted.name);
  if (volume) return 'emptyDir' in volume || 'ephemeral' in volume ? 'ephemeral' : 'volume';
  return claimNames(installation).includes(String(mounted.name)) ? 'claim' : 'nothing';
}

/** The data directory; a setting can move it. */
function dataPathOf(installation: Manifest): string {
  const settings = record(at(installation, 'spec', 'configuration', 'settings'));
  if (isKeeper(installation)) return dataPath.keeper;
  return (text(settings.path) ?? text(settings['/path']) ?? dataPath.clickhouse).replace(/(.)\/+$/, '$1');
}

function isBelow(path: string, directory: string | undefined): boolean {
  if (!directory) return false;
  const root = directory.replace(/\/+$/, '');
  return path === root || path.startsWith(`${root}/`);
}

function claimNames(installation: Manifest): readonly string[] {
  return claimTemplatesOf(installation).map(({ node }) => String(node.name));
}

/** Clusters with hosts whose data stands on something, each with one of them. */
function* clustersOn(installation: Manifest, ground: Ground): Generator<readonly [Place, Host]> {
  for (const { place, hosts } of clustersWithHosts(installation)) {
    const host = hosts.find((each) => groundOf(installation, each) === ground);
    if (host) yield [place, host];
  }
}

function* noVolume(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  for (const [cluster, host] of clustersOn(installation, 'nothing')) {
    const path = dataPathOf(installation);
    yield faultAt(installation, cluster, [], `'${host.object}' keeps ${path} in its container.`);
  }
}

function* ephemeral(installation: Manifest): Generator<Fault> {
  for (const [cluster, host] of clustersOn(installation, 'ephemeral')) {
    yield faultAt(installation, cluster, [], `'${host.object}' keeps its data on a volume that goes with the pod.`);
  }
}

function* insideSpec(installation: Manifest): Generator<Fault> {
  for (const claim of claimTemplatesOf(installation)) {
    for (const field of ['reclaimPolicy', 'provisioner']) {
      const value = at(claim.node, 'spec', field);
      if (value !== undefined)
        yield faultAt(
          installation,
          claim,
          ['spec', field],
          `${field} is ignored inside of spec.`,
          `move ${field}: ${value} beside spec.`,
        );
    }
  }
}

/** @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const quantity = /^\+?(\d+\.?\d*|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\d+)?$/;

function* sizes(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  for (const claim of claimTemplatesOf(installation)) {
    const size = at(claim.node, 'spec', 'resources', 'requests', 'storage');
    if (!(quantity.test(String(size)) && Number.parseFloat(String(size)) > 0)) {
      const path = ['spec', 'resources', 'requests', 'storage'];
      const found = path.findIndex((_, index) => at(claim.node, ...path.slice(0, index + 1)) === undefined);
      const place = claim.to(...(found < 0 ? path : path.slice(0, found)));
      yield faultAt(
        installation,
        place,
        [],
        size === undefined || size === null ? 'it has no size.' : `${JSON.stringify(size)} is no size.`,
      );
    }
  }
}

/** Rules about volumes. */
export const storageRules: readonly Rule[] = [
  {
    id: 'storage/no-volume',
    severity: 'error',
    title: 'The data of every host lies on a volume',
    why: 'Data in the container is gone with the next restart of the pod; a Keeper forgets its quorum.',
    fix: 'link a volume claim template as dataVolumeClaimTemplate, for example in spec.defaults.templates.',
    source: 'operator #1565',
    check: forEach(installationsOf, noVolume),
  },
  {
    id: 'storage/ephemeral',
    severity: 'warning',
    title: 'The data of every host lies on a volume that outlives its pod',
    why: 'An emptyDir is gone when the pod moves to another node.',
    fix: 'link a volume claim template as dataVolumeClaimTemplate, unless the data can be made again.',
    source: 'Kubernetes, emptyDir',
    check: forEach(installationsOf, ephemeral),
  },
  {
    id: 'storage/reclaim-inside-spec',
    severity: 'error',
    title: 'reclaimPolicy and provisioner stand beside the spec of a volume claim template',
    why: 'Inside of it they are dropped without a word, and the default applies, which deletes volumes.',
    fix: 'move it one level up.',
    source: 'operator #863',
    check: forEach(textsOf, insideSpec),
  },
  {
    id: 'storage/size',
    severity: 'error',
    title: 'A volume claim template asks for a positive amount of storage',
    why: 'The API server refuses the claim, and the pod stays Pending.',
    fix: 'write spec.resources.requests.storage, such as 100Gi.',
    source: 'Kubernetes, PersistentVolumeClaim',
    check: forEach(installationsOf, sizes),
  },
];
