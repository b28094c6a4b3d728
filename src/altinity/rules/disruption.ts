import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { integer, type Manifest, record } from '../../kubernetes/manifest';
import { type Host, topologyOf } from '../topology';
import { clustersWithHosts } from './clusters';
import { forEach, installationsOf, isKeeper, isNo } from './installations';
import { neighboursOf } from './neighbours';
import { faultAt, placeAt, podTemplatesOf, whole } from './places';
import { selects } from './selector';

/** Labels of the pod of a host, as the operator sets them. */
function podLabelsOf(installation: Manifest, host: Host): Readonly<Record<string, unknown>> {
  const { name, namespace } = topologyOf(installation);
  const prefix = isKeeper(installation) ? 'clickhouse-keeper.altinity.com' : 'clickhouse.altinity.com';
  const template = podTemplatesOf(installation).find(({ node }) => node.name === host.podTemplate);
  return {
    [`${prefix}/namespace`]: namespace,
    [`${prefix}/app`]: 'chop',
    [`${prefix}/${isKeeper(installation) ? 'chk' : 'chi'}`]: name,
    [`${prefix}/cluster`]: host.cluster,
    [`${prefix}/shard`]: host.shard,
    [`${prefix}/replica`]: host.replica,
    [`${prefix}/ready`]: 'yes',
    ...record(installation.metadata.labels),
    ...record(template && placeAt(template, 'metadata').node.labels),
  };
}

function* secondBudgets(installation: Manifest, set: ManifestSet): Generator<Fault> {
  const near = neighboursOf(set, installation, 'PodDisruptionBudget');
  if (near.length === 0) return;
  for (const { place, hosts } of clustersWithHosts(installation)) {
    const managed = !isNo(place.node.pdbManaged);
    for (const host of hosts) {
      const labels = podLabelsOf(installation, host);
      const budgets = near.filter((budget) => selects(placeAt(whole(budget), 'spec').node.selector, labels));
      if (budgets.length + (managed ? 1 : 0) < 2) continue;
      const names = [
        ...budgets.map(({ metadata }) => `'${metadata.name}'`),
        ...(managed ? ['the one of the operator'] : []),
      ];
      const fix = managed ? 'write pdbManaged: "no" in the cluster, or remove the budget.' : undefined;
      yield faultAt(
        installation,
        place,
        [],
        `the pod of '${host.object}' has several budgets: ${names.join(', ')}.`,
        fix,
      );
      break;
    }
  }
}

function* largeBudgets(installation: Manifest): Generator<Fault> {
  for (const { place, hosts, shards } of clustersWithHosts(installation)) {
    const most = integer(place.node.pdbMaxUnavailable);
    if (most === undefined || isNo(place.node.pdbManaged)) continue;
    const smallest = Math.min(...shards.map((shard) => shard.length));
    const allowed = isKeeper(installation) ? Math.floor((hosts.length - 1) / 2) : smallest - 1;
    if (most > allowed && allowed > 0)
      yield faultAt(
        installation,
        place,
        ['pdbMaxUnavailable'],
        isKeeper(installation)
          ? `a quorum of ${hosts.length} works with at most ${allowed} members away, not ${most}.`
          : `all ${smallest} replicas of a shard can be drained at once.`,
        `write ${Math.max(1, allowed)}.`,
      );
  }
}

/** Rules about voluntary disruptions. */
export const disruptionRules: readonly Rule[] = [
  {
    id: 'disruption/two-budgets',
    severity: 'error',
    title: 'A pod has one disruption budget',
    why: 'With two, the API server refuses every eviction: nodes cannot be drained.',
    fix: 'remove one of them.',
    source: 'Kubernetes, disruptions; operator #1225',
    check: forEach(installationsOf, secondBudgets),
  },
  {
    id: 'disruption/budget-too-large',
    severity: 'warning',
    title: 'A disruption budget leaves a replica of every shard, and a majority of a Keeper',
    why: 'Draining nodes one after the other takes the last replica, or the quorum.',
    fix: 'write a smaller pdbMaxUnavailable.',
    source: 'operator #996, #1081, #1706',
    check: forEach(installationsOf, largeBudgets),
  },
];
