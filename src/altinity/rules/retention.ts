import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { at, type Manifest, text } from '../../kubernetes/manifest';
import { topologyOf } from '../topology';
import { forEach, installationsOf, isWhole } from './installations';
import { claimTemplatesOf, containersOf, entriesAt, faultAt, type Place, placeAt } from './places';

/** Claim templates that hold more than logs, with the policy that is written down for each. */
function* dataClaims(installation: Manifest): Generator<readonly [Place, string | undefined]> {
  const fallback = at(installation, 'spec', 'defaults', 'storageManagement', 'reclaimPolicy');
  const { hosts } = topologyOf(installation);
  for (const claim of claimTemplatesOf(installation)) {
    const { name, reclaimPolicy } = claim.node;
    const users = hosts.filter(({ claims, object }) => claims.includes(`${name}-${object}-0`));
    const linked = users.some(({ dataClaimTemplate }) => dataClaimTemplate === name);
    const logs =
      users.every(({ logClaimTemplate }) => logClaimTemplate === name) || isMountedForLogs(installation, name);
    if (users.length > 0 && (linked || !logs)) yield [claim, text(reclaimPolicy) || text(fallback) || undefined];
  }
}

function isMountedForLogs(installation: Manifest, claim: unknown): boolean {
  const mounts = containersOf(installation)
    .flatMap((container) => entriesAt(container, 'volumeMounts'))
    .filter(({ node }) => node.name === claim);
  return mounts.length > 0 && mounts.every(({ node }) => /^\/var\/log(\/|$)/.test(String(node.mountPath)));
}

function* noRetain(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  for (const [claim, policy] of dataClaims(installation)) {
    // Written inside the specification it is a fault of its own.
    if (policy !== undefined || at(claim.node, 'spec', 'reclaimPolicy') !== undefined) continue;
    yield faultAt(installation, claim, [], 'deleting this installation, or one of its hosts, deletes the volume.');
  }
}

function* deletes(installation: Manifest): Generator<Fault> {
  for (const [claim, policy] of dataClaims(installation)) {
    if (/^delete$/i.test(String(policy))) {
      const place = 'reclaimPolicy' in claim.node ? placeAt(claim, 'reclaimPolicy') : claim;
      yield faultAt(installation, place, [], 'deleting this installation, or one of its hosts, deletes the volume.');
    }
  }
}

function* provisioners(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, installation)) return;
  const fallback = at(installation, 'spec', 'defaults', 'storageManagement', 'provisioner');
  for (const [claim] of dataClaims(installation)) {
    if (!/^operator$/i.test(text(claim.node.provisioner) || String(fallback)))
      yield faultAt(
        installation,
        claim,
        [],
        'a StatefulSet provisions this volume, so that growing it restarts every pod.',
      );
  }
}

/** Rules about what becomes of volumes. */
export const retentionRules: readonly Rule[] = [
  {
    id: 'storage/no-retain',
    severity: 'error',
    title: 'Every volume with data says what happens to it when its host is deleted',
    why: 'The operator deletes it unless told otherwise: with the installation, a removed host, or a renamed cluster.',
    fix: 'write reclaimPolicy: Retain beside spec.',
    source: 'operator #863, #1473, #1683',
    check: forEach(installationsOf, noRetain),
  },
  {
    id: 'storage/delete',
    severity: 'warning',
    title: 'Volumes with data are retained when their host is deleted',
    why: 'A renamed cluster, a smaller count or a deleted installation takes the data with it, replica after replica.',
    fix: 'write reclaimPolicy: Retain, or acknowledge this rule where the data can be made again.',
    source: 'operator #863, #1473, #1683',
    check: forEach(installationsOf, deletes),
  },
  {
    id: 'storage/provisioner',
    severity: 'advice',
    title: 'The operator provisions the volumes',
    why: 'It grows them without a restart. A StatefulSet has to be deleted and created again for that, pod after pod.',
    fix: 'write storageManagement.provisioner: Operator in spec.defaults. On a running installation this restarts all pods once.',
    source: 'operator #788; observed with 0.26.0',
    check: forEach(installationsOf, provisioners),
  },
];
