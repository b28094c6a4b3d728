import { chi, type RuleCase } from '../rule-case';

const layout = (text: string) => chi(`configuration: { clusters: [{ name: main, layout: ${text} }] }`);
const at = (...path: readonly (string | number)[]) => ['/spec/configuration/clusters/0/layout', ...path].join('/');

export const layoutCases: readonly RuleCase[] = [
  {
    rule: 'layout/counts',
    fault: 'fewer shards than are listed',
    bad: layout('{ shardsCount: 1, shards: [{}, {}] }'),
    at: [at('shardsCount')],
    good: layout('{ shardsCount: 2, shards: [{}, {}] }'),
  },
  {
    rule: 'layout/counts',
    fault: 'no replicas at all',
    bad: layout('{ replicasCount: 0, shards: [{ replicasCount: 1, replicas: [{}, {}] }] }'),
    at: [at('replicasCount'), at('shards', 0, 'replicasCount')],
    good: layout('{ replicasCount: 2, shards: [{ replicasCount: 2, replicas: [{}, {}] }] }'),
  },
  {
    rule: 'layout/uneven-shards',
    fault: 'a shard without a count beside a larger one',
    bad: layout('{ shards: [{ replicasCount: 3 }, {}] }'),
    at: [at('shards', 1)],
    good: layout('{ shards: [{ replicasCount: 3 }, { replicasCount: 1 }] }'),
  },
  {
    rule: 'layout/uneven-shards',
    fault: 'shards that are counted, but not listed, beside a larger one',
    bad: layout('{ shardsCount: 3, shards: [{ replicas: [{}, {}] }] }'),
    at: [at('shardsCount')],
    good: layout('{ shardsCount: 3, replicasCount: 2, shards: [{ replicas: [{}, {}] }] }'),
  },
  {
    rule: 'layout/weight',
    fault: 'a negative weight',
    bad: layout('{ shards: [{ weight: 0 }, { weight: -1 }] }'),
    at: [at('shards', 1, 'weight')],
    good: layout('{ shards: [{ weight: 0 }, { weight: 3 }] }'),
  },
  {
    rule: 'layout/ignored-replicas',
    fault: 'settings of replicas beside a list of shards',
    bad: layout('{ shards: [{ name: a }], replicas: [{ settings: { logger/level: trace } }] }'),
    at: [at('replicas', 0, 'settings')],
    good: layout(
      '{ shards: [{ name: a, replicas: [{ settings: { logger/level: trace } }] }], replicas: [{ name: b }] }',
    ),
  },
];
