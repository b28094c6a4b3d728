import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { asText, at, list, type Manifest, text } from '../../kubernetes/manifest';
import { isToken } from '../../kubernetes/token';
import { booleanOf } from '../normalize/booleans';
import { type Host, topologyOf } from '../topology';
import { forEach, installationsOf } from './installations';
import { entriesAt, faultAt, type Place, podTemplatesOf } from './places';

const zoneKey = /^(topology\.kubernetes\.io|failure-domain\.beta\.kubernetes\.io)\/zone$/;

/** Pods of which no two may stand in one place, for each kind of distribution. */
const apart: Readonly<Record<string, (host: Host) => string>> = {
  ClickHouseAntiAffinity: ({ cluster }) => cluster,
  ShardAntiAffinity: ({ cluster, shard }) => `${cluster}/${shard}`,
  ReplicaAntiAffinity: ({ cluster, replica }) => `${cluster}/${replica}`,
};

function* tooFewZones(installation: Manifest, set: ManifestSet): Generator<Fault> {
  const { zones = [] } = set.contextOf(installation);
  if (!Array.isArray(zones) || zones.length === 0) return;
  const { hosts } = topologyOf(installation);
  for (const template of podTemplatesOf(installation)) {
    const room = zonesOf(template)?.length ?? zones.length;
    for (const distribution of entriesAt(template, 'podDistribution')) {
      const { type, topologyKey } = distribution.node;
      const group = Object.hasOwn(apart, asText(type)) ? apart[asText(type)] : undefined;
      if (!group || !zoneKey.test(asText(topologyKey))) continue;
      const sizes = new Map<string, number>();
      for (const host of hosts) {
        if (host.podTemplate === template.node.name) sizes.set(group(host), (sizes.get(group(host)) ?? 0) + 1);
      }
      const most = Math.max(0, ...sizes.values());
      if (most > room)
        yield faultAt(
          installation,
          distribution,
          [],
          `${most} pods need as many zones, but there ${room === 1 ? 'is' : 'are'} ${room}.`,
        );
    }
  }
}

/** Zones that a pod template is pinned to; undefined when it is not. */
function zonesOf({ node }: Place): readonly unknown[] | undefined {
  const values = list(at(node, 'zone', 'values'));
  return values.length > 0 && zoneKey.test(text(at(node, 'zone', 'key')) || 'topology.kubernetes.io/zone')
    ? values
    : undefined;
}

function* unknownZones(installation: Manifest, set: ManifestSet): Generator<Fault> {
  const { zones = [] } = set.contextOf(installation);
  if (!Array.isArray(zones) || zones.length === 0) return;
  for (const template of podTemplatesOf(installation)) {
    const pinned = zonesOf(template);
    if (pinned && !pinned.some((zone) => zones.includes(zone)))
      yield faultAt(
        installation,
        template,
        ['zone', 'values'],
        `nodes stand in ${zones.join(', ')}, none of them in ${pinned.join(', ')}.`,
      );
  }
}

function* inertDistributions(installation: Manifest, set: ManifestSet): Generator<Fault> {
  const appended = set
    .ofKind('ClickHouseOperatorConfiguration')
    .map((configuration) => at(configuration, 'spec', 'label', 'appendScope'))
    .some((appended) => booleanOf(appended) || isToken(appended));
  if (appended) return;
  for (const template of podTemplatesOf(installation)) {
    for (const distribution of entriesAt(template, 'podDistribution')) {
      const { type } = distribution.node;
      if (type === 'MaxNumberPerNode' || type === 'CircularReplication')
        yield faultAt(
          installation,
          distribution,
          ['type'],
          `${type} selects pods by a label that the operator does not set by default.`,
        );
    }
  }
}

/** Rules about where pods go. */
export const placementRules: readonly Rule[] = [
  {
    id: 'placement/replicas-exceed-zones',
    severity: 'error',
    title: 'Replicas that must stand in different zones are not more than there are zones',
    why: 'The anti-affinity of the operator is a requirement: the remaining pods stay Pending.',
    fix: 'add a zone, or prefer the spread (topologySpreadConstraints with ScheduleAnyway) instead of requiring it.',
    source: 'operator #772, #867, #1475',
    check: forEach(installationsOf, tooFewZones),
  },
  {
    id: 'placement/unknown-zone',
    severity: 'error',
    title: 'Pods are pinned to zones that have nodes',
    why: 'No node ever fits, and the pods stay Pending.',
    fix: 'write a zone that `kubectl get nodes -L topology.kubernetes.io/zone` shows.',
    source: 'operator, pkg/model/common/normalizer/templates/pod.go',
    check: forEach(installationsOf, unknownZones),
  },
  {
    id: 'placement/inert-distribution',
    severity: 'warning',
    title: 'MaxNumberPerNode and CircularReplication come with an operator that sets scope labels',
    why: 'Without label.appendScope in its configuration they match nothing, so pods are not kept apart as they say.',
    fix: 'use ShardAntiAffinity or ClickHouseAntiAffinity, or set label.appendScope: "yes" in the configuration of the operator.',
    source: 'operator, pkg/model/common/tags/labeler/scope.go',
    check: forEach(installationsOf, inertDistributions),
  },
];
