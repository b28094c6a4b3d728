import { createColors } from 'picocolors';
import type { LiveObject } from '../../../src/tools/cluster/cluster';
import { examine } from '../../../src/tools/doctor/doctor';
import { renderDiagnoses } from '../../../src/tools/doctor/render-diagnoses';
import { fakeCluster, type Holdings } from '../fake-cluster';
import { all, diagnoses, sourcesOf } from './diagnoses';
import {
  account,
  config,
  definition,
  deployment,
  fast,
  healthy,
  installation,
  namespace,
  node,
} from './healthy-cluster';

/** Diagnoses that are not those of a healthy cluster. */
async function trouble(holdings: Holdings, objects: readonly object[] = all) {
  const usual = await diagnoses({}, objects);
  return (await diagnoses(holdings, objects)).filter((line) => !usual.includes(line));
}

test('a cluster that is ready', async () => {
  expect(await diagnoses({})).toEqual([
    'ok nodes: 2 nodes (a 1, b 1), 2 needed',
    'ok storage class fast: keeps volumes, can grow',
    'ok definition of ClickHouseInstallation: of release 0.27.2',
    'ok operator clickhouse-operator/clickhouse-operator: 0.27.2, watches .*',
    'ok password of operator clickhouse-operator/clickhouse-operator: its own, in Secret account',
    'ok secrets: the one Secret is there',
    'ok network policies: enforced by Cilium',
    'ok cert-manager: not installed, and not needed',
    'ok load balancers: nobody serves them, and none are needed',
  ]);
});

test.each<[string, Holdings, string[]]>([
  ['a zone without nodes', { Node: [node('a')] }, ['fail nodes: 0 of 1 node in b, 1 of 2 nodes in all']],
  [
    'nodes that take no pods',
    { Node: [node('a'), node('b', { unschedulable: true })] },
    ['fail nodes: 0 of 1 node in b, 1 of 2 nodes in all, 1 more not usable'],
  ],
  [
    'a taint that the pods tolerate',
    { Node: [node('a'), node('b', { taints: [{ key: 'pool', effect: 'NoSchedule' }] })] },
    [],
  ],
  [
    'a taint that they do not',
    { Node: [node('a'), node('b', { taints: [{ key: 'gpu', effect: 'NoSchedule' }] })] },
    ['fail nodes: 0 of 1 node in b, 1 of 2 nodes in all, 1 more not usable'],
  ],
  [
    'nodes that come by themselves',
    { Node: [node('a', {}, { 'eks.amazonaws.com/compute-type': 'auto' })] },
    ['warn nodes: 0 of 1 node in b, 1 of 2 nodes in all now; nodes come here when pods ask for them'],
  ],
  ['no storage class', { StorageClass: [] }, ['fail storage class fast: is not there']],
  ['no driver', { CSIDriver: [] }, ['fail storage class fast: its driver ebs.csi.aws.com is not installed']],
  [
    'a class that deletes',
    { StorageClass: [{ ...fast, reclaimPolicy: 'Delete', allowVolumeExpansion: undefined }] },
    ['warn storage class fast: deletes volumes with their claims, cannot grow'],
  ],
  [
    'a class that does not wait for pods',
    { StorageClass: [{ ...fast, volumeBindingMode: 'Immediate' }] },
    ['fail storage class fast: makes volumes before pods have a node, so in the wrong zone'],
  ],
  ['no definitions', { CustomResourceDefinition: [] }, ['fail definition of ClickHouseInstallation: is not there']],
  [
    'old definitions',
    { CustomResourceDefinition: [definition('0.25.6')] },
    ['fail definition of ClickHouseInstallation: of release 0.25.6, the manifests are for 0.27.2'],
  ],
  [
    'new definitions',
    { CustomResourceDefinition: [definition('0.27.10')] },
    ['warn definition of ClickHouseInstallation: of release 0.27.10, the manifests are for 0.27.2'],
  ],
  ['no operator', { Deployment: [] }, ['fail operator: none is installed']],
  [
    'an operator elsewhere, of another release',
    {
      Deployment: [deployment('registry.example.com/altinity/clickhouse-operator:0.26.0@sha256:abc', 'kube-system')],
      ConfigMap: [config([], 'kube-system')],
      Secret: [...(healthy.Secret as LiveObject[]), { metadata: { name: 'account', namespace: 'kube-system' } }],
    },
    [
      'fail operator kube-system/clickhouse-operator: stands in kube-system, the manifests let one in from clickhouse-operator',
      'fail operator kube-system/clickhouse-operator: is 0.26.0, the manifests are for 0.27.2',
      'fail password of operator kube-system/clickhouse-operator: Secret kube-system/account has none, so it cannot log in',
    ],
  ],
  [
    'an operator that watches its own namespace only',
    { ConfigMap: [config([])] },
    [
      'ok operator clickhouse-operator/clickhouse-operator: 0.27.2, watches ^clickhouse-operator$',
      'fail namespace data: no operator watches it',
    ],
  ],
  [
    'variables, which win over the file',
    { Deployment: [deployment(undefined, undefined, [{ name: 'WATCH_NAMESPACES', value: 'data,other' }])] },
    ['ok operator clickhouse-operator/clickhouse-operator: 0.27.2, watches data, other'],
  ],
  [
    'two operators that watch the same',
    {
      Deployment: [deployment(), { ...deployment(), metadata: { name: 'second', namespace: 'clickhouse-operator' } }],
    },
    [
      'ok operator clickhouse-operator/second: 0.27.2, watches .*',
      'ok password of operator clickhouse-operator/second: its own, in Secret account',
      'fail namespace data: clickhouse-operator/clickhouse-operator and clickhouse-operator/second both watch it',
    ],
  ],
  [
    'the published password',
    { Secret: [account('clickhouse_operator_password'), ...(healthy.Secret as LiveObject[]).slice(1)] },
    [
      'fail password of operator clickhouse-operator/clickhouse-operator: is the default that everybody can read in its chart; it may do everything in every database',
    ],
  ],
  [
    'a missing Secret',
    { Secret: [account('own')] },
    ['warn secrets: missing: clickhouse-operator/clickhouse-operator-credentials'],
  ],
  [
    'nobody who enforces policies',
    { DaemonSet: [{ metadata: { name: 'aws-node' } }] },
    ['fail network policies: nothing was found that enforces them, but the manifests rely on it'],
  ],
  [
    'the VPC CNI with policies',
    {
      DaemonSet: [
        {
          metadata: { name: 'aws-node' },
          spec: { template: { spec: { containers: [{ args: ['--enable-network-policy=true'] }] } } },
        },
      ],
    },
    ['ok network policies: enforced by the Amazon VPC CNI'],
  ],
])('%s', async (_, holdings, expected) => {
  expect(await trouble(holdings)).toEqual(expected);
});

test('a pool that no node belongs to is missed', async () => {
  const pooled = installation();
  for (const { spec } of pooled.spec.templates.podTemplates) Object.assign(spec, { nodeSelector: { pool: 'db' } });
  expect(await diagnoses({}, [namespace(), pooled])).toContain('fail nodes: no node with pool=db');
  const nodes = [node('a', {}, { pool: 'db' }), node('b', {}, { pool: 'db' })];
  expect(await diagnoses({ Node: nodes }, [namespace(), pooled])).toContain('ok nodes: 2 nodes (a 1, b 1), 2 needed');
});

test('a class that the manifests bring counts, unless the cluster has another one of that name', async () => {
  const declared = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', ...fast, parameters: { type: 'gp3' } };
  const objects = [...all, declared];
  expect(await diagnoses({ StorageClass: [] }, objects)).toContain(
    'ok storage class fast: keeps volumes, can grow (comes with the manifests)',
  );
  expect(await diagnoses({}, objects)).toContain(
    'fail storage class fast: is there with parameters nothing, the manifests say {"type":"gp3"}',
  );
});

test('volumes that name no class get the default one', async () => {
  const objects = [namespace(), installation('')];
  const { metadata, ...rest } = fast;
  const standard = {
    ...rest,
    metadata: { ...metadata, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  };
  expect(await diagnoses({ StorageClass: [standard] }, objects)).toContain(
    'ok default storage class: keeps volumes, can grow',
  );
});

test('companions are missed only by manifests that need them', async () => {
  const certificate = {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'c', namespace: 'data' },
  };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 's', namespace: 'data' },
    spec: { type: 'LoadBalancer' },
  };
  const objects = [...all, certificate, service];
  expect(await diagnoses({}, objects)).toEqual(
    expect.arrayContaining([
      'fail cert-manager: not installed, but certificates are asked for',
      'fail load balancers: nobody serves them, but one is asked for',
    ]),
  );
  const found = await diagnoses(
    {
      CustomResourceDefinition: [definition('0.27.2'), { metadata: { name: 'certificates.cert-manager.io' } }],
      Node: [node('a', { providerID: 'gce://x' }), node('b')],
    },
    objects,
  );
  expect(found).toEqual(
    expect.arrayContaining(['ok cert-manager: installed', 'ok load balancers: served by Google Cloud']),
  );
});

test('what may not be read is told, and is no problem', async () => {
  expect(await trouble({ Node: 'forbidden', Secret: 'forbidden' })).toEqual([
    'unknown nodes: Context "test" does not let these credentials read Node (403)',
    'unknown password of operator clickhouse-operator/clickhouse-operator: these credentials may not read its Secret',
    'unknown secrets: Context "test" does not let these credentials read Secret (403)',
    'unknown load balancers: Context "test" does not let these credentials read Node (403)',
  ]);
});

test('without manifests, the cluster itself is examined', async () => {
  expect(await diagnoses({ DaemonSet: [], CustomResourceDefinition: [] }, [])).toEqual([
    'ok nodes: 2 nodes (a 1, b 1)',
    'fail definition of ClickHouseInstallation: is not there',
    'fail definition of ClickHouseKeeperInstallation: is not there',
    'ok operator clickhouse-operator/clickhouse-operator: 0.27.2, watches .*',
    'ok password of operator clickhouse-operator/clickhouse-operator: its own, in Secret account',
    'warn network policies: nothing was found that enforces them: every pod can reach the databases',
    'ok cert-manager: not installed, and not needed',
    'ok load balancers: nobody serves them, and none are needed',
  ]);
});

test('every problem comes with what to do', async () => {
  const report = await examine(
    fakeCluster(() => ({ ...healthy, Node: [], Deployment: [], StorageClass: [], DaemonSet: [], Secret: [] })),
    sourcesOf(...all),
  );
  const troubled = report.diagnoses.filter(({ level }) => level === 'fail' || level === 'warn');
  expect(troubled).toHaveLength(5);
  expect(troubled.filter(({ fix }) => fix === undefined)).toEqual([]);
});

test('the report for people is aligned, with totals at the end', () => {
  const printed = renderDiagnoses(
    {
      schema: 'anyhouse.dev/doctor/v1',
      context: 'prod',
      kubernetes: 'v1.34.0',
      diagnoses: [
        { subject: 'nodes', level: 'ok', finding: '3 nodes' },
        { subject: 'operator', level: 'fail', finding: 'none is installed', fix: 'install it.' },
        { subject: 'secrets', level: 'unknown', finding: 'may not be read' },
      ],
    },
    createColors(false),
  );
  expect(printed).toBe(`prod (Kubernetes v1.34.0)
  ok       nodes     3 nodes
  fail     operator  none is installed
           Fix: install it.
  unknown  secrets   may not be read

1 problem, 1 not seen
`);
});
