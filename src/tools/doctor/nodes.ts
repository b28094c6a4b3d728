import { at, list, type Manifest, record, text } from '../../kubernetes/manifest';
import { zoneLabel } from '../../platform/facts';
import type { LiveObject } from '../cluster/cluster';
import { nodesNeeded } from '../nodes-needed';
import { plural } from '../text';
import type { Diagnosis, Examination } from './diagnosis';

/** Whether the pods find as many nodes as they demand, in the zones that they demand. */
export const examineNodes: Examination = async ({ cluster, manifests }) => {
  const nodes = (await cluster.list('Node')) ?? [];
  const tolerated = tolerationsOf(manifests);
  const usable = nodes.filter((node) => isUsable(node, tolerated));
  const perZone = new Map<string, number>();
  for (const { metadata } of usable) {
    const zone = metadata.labels?.[zoneLabel] ?? '';
    perZone.set(zone, (perZone.get(zone) ?? 0) + 1);
  }
  const needed = nodesNeeded(manifests);
  const missing = [
    ...Object.entries(needed.perZone)
      .filter(([zone, count]) => (perZone.get(zone) ?? 0) < count)
      .map(([zone, count]) => `${perZone.get(zone) ?? 0} of ${plural(count, 'node')} in ${zone}`),
    ...unmatchedSelectors(manifests, usable),
    ...(usable.length < needed.total ? [`${usable.length} of ${plural(needed.total, 'node')} in all`] : []),
  ];
  const idle = nodes.length > usable.length ? `, ${nodes.length - usable.length} more not usable` : '';
  if (missing.length === 0) {
    const zones = [...perZone].filter(([zone]) => zone !== '').map(([zone, count]) => `${zone} ${count}`);
    const where = zones.length > 0 ? ` (${zones.sort().join(', ')})` : '';
    const demand = needed.total > 0 ? `, ${needed.total} needed` : '';
    return [{ subject: 'nodes', level: 'ok', finding: `${plural(usable.length, 'node')}${where}${demand}${idle}` }];
  }
  return [(await isElastic(nodes, cluster)) ? later(missing) : tooFew(missing, idle)];
};

function tooFew(missing: readonly string[], idle: string): Diagnosis {
  return {
    subject: 'nodes',
    level: 'fail',
    finding: `${missing.join(', ')}${idle}`,
    fix: 'add nodes, or ask for less: fewer zones or replicas, or a softer placement.',
  };
}

function later(missing: readonly string[]): Diagnosis {
  const finding = `${missing.join(', ')} now; nodes come here when pods ask for them`;
  return { subject: 'nodes', level: 'warn', finding, fix: 'see that the node pools cover these zones.' };
}

/** Whether something adds nodes by itself. */
async function isElastic(
  nodes: readonly LiveObject[],
  cluster: Parameters<Examination>[0]['cluster'],
): Promise<boolean> {
  if (nodes.some(({ metadata }) => metadata.labels?.['eks.amazonaws.com/compute-type'] === 'auto')) return true;
  if (await cluster.get('CustomResourceDefinition', 'nodepools.karpenter.sh')) return true;
  const deployments = (await cluster.list('Deployment')) ?? [];
  return deployments.some(({ metadata }) => /cluster-autoscaler|karpenter/.test(metadata.name));
}

function isUsable({ spec, status }: LiveObject, tolerated: readonly Readonly<Record<string, unknown>>[]): boolean {
  const ready = list(at(status, 'conditions')).some((each) => {
    const { type, status: value } = record(each);
    return type === 'Ready' && value === 'True';
  });
  if (!ready || at(spec, 'unschedulable') === true) return false;
  const barring = list(at(spec, 'taints'))
    .map(record)
    .filter(({ effect }) => effect !== 'PreferNoSchedule');
  return barring.every((taint) => tolerated.some((toleration) => tolerates(toleration, taint)));
}

function tolerates(toleration: Readonly<Record<string, unknown>>, taint: Readonly<Record<string, unknown>>): boolean {
  const { key, operator, value, effect } = toleration;
  if (effect !== undefined && effect !== taint.effect) return false;
  if (text(key) === undefined) return operator === 'Exists';
  return key === taint.key && (operator === 'Exists' || (value ?? '') === (taint.value ?? ''));
}

/** Node selectors of pods that no node fulfils. */
function unmatchedSelectors(manifests: readonly Manifest[], nodes: readonly LiveObject[]): readonly string[] {
  const selectors = new Map<string, Readonly<Record<string, unknown>>>();
  for (const selector of podSpecsOf(manifests).map((spec) => record(spec.nodeSelector))) {
    selectors.set(
      Object.entries(selector)
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
      selector,
    );
  }
  return [...selectors]
    .filter(([, selector]) => Object.keys(selector).length > 0 && !nodes.some((node) => carries(node, selector)))
    .map(([printed]) => `no node with ${printed}`);
}

function carries({ metadata }: LiveObject, selector: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(selector).every(([key, value]) => metadata.labels?.[key] === value);
}

function tolerationsOf(manifests: readonly Manifest[]): readonly Readonly<Record<string, unknown>>[] {
  return podSpecsOf(manifests).flatMap(({ tolerations }) => list(tolerations).map(record));
}

function podSpecsOf(manifests: readonly Manifest[]): readonly Readonly<Record<string, unknown>>[] {
  return manifests
    .flatMap((manifest) => list(at(manifest, 'spec', 'templates', 'podTemplates')))
    .map((template) => record(at(template, 'spec')));
}
