import type * as pulumi from '@pulumi/pulumi';
import type { Manifest } from '../../kubernetes/manifest';
import { zoneLabel } from '../../platform/facts';
import { machineLabel } from '../../platform/machines/on-platform';
import { type NodesOfPool, nodesByPool } from '../../tools/nodes-needed';
import { plural } from '../../tools/text';
import { dedicatedLabel, type ZonePool } from './resolve-pools';

const poolsOf = new WeakMap<pulumi.ProviderResource, readonly ZonePool[]>();

/** Notes the nodes of a cluster, so that programs which its provider brings there can be told when they are too few. */
export function rememberNodes(provider: pulumi.ProviderResource, pools: readonly ZonePool[]): void {
  poolsOf.set(provider, pools);
}

/**
 * What a program demands of its cluster that it does not have: in production no two servers share a node, and the one
 * too many would stay Pending after everything else was made. Nothing is said about clusters that are not ours.
 */
export function missingNodes(provider: pulumi.ProviderResource, manifests: readonly Manifest[]): readonly string[] {
  const pools = poolsOf.get(provider);
  return pools === undefined ? [] : nodesByPool(manifests).flatMap((needed) => missing(needed, pools));
}

function missing(needed: NodesOfPool, pools: readonly ZonePool[]): readonly string[] {
  const { labels, zone, nodes } = needed;
  const fitting = pools.filter((pool) => fits(needed, pool));
  const there = fitting.reduce((sum, { most }) => sum + most, 0);
  if (there >= nodes) return [];
  const role = labels[dedicatedLabel] === undefined ? '' : ` for ${labels[dedicatedLabel]}`;
  const where = zone === '' ? '' : ` in ${zone}`;
  const [only, ...others] = new Set(fitting.map(({ pool }) => pool));
  const zones = new Set(fitting.map((pool) => pool.zone)).size;
  const fix =
    only === undefined || others.length > 0
      ? 'add nodes to a pool there'
      : `write nodesPerZone: ${Math.ceil(nodes / zones)} at pool '${only}'`;
  const [are, who] = nodes === 1 ? ['is', 'its pods'] : ['are', 'no two of their pods share one, so some'];
  return [
    `${plural(nodes, 'node')}${role} ${are} needed${where}, and the cluster has ${there}: ${who} would stay Pending. ` +
      `Fix: ${fix}, or ask for fewer shards or replicas.`,
  ];
}

function fits({ labels, zone }: NodesOfPool, pool: ZonePool): boolean {
  const own: Readonly<Record<string, string | undefined>> = {
    [dedicatedLabel]: undefined,
    ...pool.labels,
    [zoneLabel]: pool.zone,
    [machineLabel]: pool.machine.name,
    'kubernetes.io/arch': pool.machine.architecture,
  };
  const wanted = Object.entries({ ...labels, ...(zone !== '' && { [zoneLabel]: zone }) });
  // Nodes that are set apart take those alone that ask for them.
  const open = pool.taint === undefined || labels[pool.taint.key] === pool.taint.value;
  // Nodes have more labels, of their cloud and of Kubernetes, and nothing is known of these.
  return open && wanted.every(([label, value]) => !(label in own) || own[label] === value);
}
