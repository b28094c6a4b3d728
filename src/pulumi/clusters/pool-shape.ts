import { isDnsLabel, nearestDnsLabel } from '../../kubernetes/names';
import {
  type Check,
  leaf,
  line,
  listOf,
  mapOf,
  oneOf,
  required,
  shape,
  when,
  wholeNumber,
} from '../../kubernetes/shape';
import type { NodePoolArgs } from './pools';

/** Nodes of a pool in one zone; no cloud has more, and a typing error has. */
const mostNodes = 1000;

const nodes = { rule: 'clusters/nodes', fix: 'write 3, or { least: 1, most: 3 } for an autoscaler.' };

const zones: Check = listOf(line, {
  rule: 'clusters/pool-zones',
  least: 1,
  fix: 'name zones of the cluster, or leave it out for all of them.',
});

const nodePool: Check = shape<NodePoolArgs>({
  role: required(
    oneOf(['clickhouse', 'keeper', 'system'], { fix: "write role: 'clickhouse', 'keeper' or 'system'." }),
    {
      must: 'say what the nodes are for',
      fix: "write role: 'clickhouse', 'keeper' or 'system'.",
    },
  ),
  instanceType: required(line, { must: 'name a type of machine', fix: "write instanceType: 'n2-standard-8'." }),
  zones,
  nodesPerZone: when(
    (value) => typeof value === 'object' && value !== null,
    shape<{ least: number; most: number }>({
      least: required(wholeNumber(0, mostNodes, nodes), { must: 'be set', fix: nodes.fix }),
      most: required(wholeNumber(1, mostNodes, nodes), { must: 'be set', fix: nodes.fix }),
    }),
    wholeNumber(1, mostNodes, nodes),
  ),
  diskGibibytes: wholeNumber(20, 16384, {
    rule: 'clusters/nodes',
    fix: 'write 50; images and logs of a node need 20 at least.',
  }),
});

const poolName: Check = (name, prop, problems) =>
  leaf((value) => isDnsLabel(String(value)), {
    rule: 'names/invalid',
    must: 'have a name of lower case letters, digits and "-" that starts with a letter',
    fix: `rename it to "${nearestDnsLabel(String(name), 20) ?? 'clickhouse'}".`,
  })(name, prop, problems);

/** Checks of `pools` of a cluster, one by one; `resolvePools` checks what they are together. */
export const nodePools: Check = mapOf(poolName, nodePool);
