import type { Manifest } from 'anyhouse';
import { nodesNeeded } from '../../src/tools/nodes-needed';
import { environment, minikube, objectsOf, replicatedCluster } from '../support/environments';

const needed = (props: Parameters<typeof replicatedCluster>[0] = {}, place = environment()) =>
  nodesNeeded(objectsOf(replicatedCluster(props, place)));

test('a laptop needs one node', () => {
  expect(needed({}, environment({ platform: minikube }))).toEqual({ total: 1, perZone: {} });
});

test('in development the members of Keeper decide, which never share a node', () => {
  expect(needed({}, environment({ stage: 'development' }))).toEqual({ total: 3, perZone: {} });
});

test('in production every zone in use needs a node', () => {
  expect(needed()).toEqual({ total: 3, perZone: { 'eu-west-1a': 1, 'eu-west-1b': 1, 'eu-west-1c': 1 } });
});

test('on nodes of their own every server needs one, beside those of Keeper', () => {
  expect(needed({ placement: { pool: { labels: { dedicated: 'clickhouse' } } } })).toEqual({
    total: 7,
    perZone: { 'eu-west-1a': 2, 'eu-west-1b': 3, 'eu-west-1c': 2 },
  });
});

test('the distributions of the operator are counted in foreign YAML', () => {
  const installation = (type: string): Manifest => ({
    apiVersion: 'clickhouse.altinity.com/v1',
    kind: 'ClickHouseInstallation',
    metadata: { name: 'demo' },
    spec: {
      configuration: { clusters: [{ name: 'c', layout: { shardsCount: 2, replicasCount: 3 } }] },
      defaults: { templates: { podTemplate: 'p' } },
      templates: { podTemplates: [{ name: 'p', podDistribution: [{ type }] }] },
    },
  });
  const total = (type: string) => nodesNeeded([installation(type)]).total;
  expect([
    total('ClickHouseAntiAffinity'),
    total('ShardAntiAffinity'),
    total('ReplicaAntiAffinity'),
    total('Unspecified'),
  ]).toEqual([6, 3, 2, 1]);
});

test('nothing needs no node', () => {
  expect(nodesNeeded([])).toEqual({ total: 0, perZone: {} });
});

test('hosts on nodes of another pool or machine are counted beside the others', () => {
  const pool = { labels: { dedicated: 'canary' } };
  expect(needed({ overrides: [{ shard: 0, replica: 1, pool }] })).toEqual({
    total: 4,
    perZone: { 'eu-west-1a': 1, 'eu-west-1b': 2, 'eu-west-1c': 1 },
  });
  const alone = needed({ instanceType: 'm7i.2xlarge' });
  expect(needed({ instanceType: 'm7i.2xlarge', overrides: [{ shard: 1, instanceType: 'r7i.4xlarge' }] })).toEqual(
    alone,
  );
});
