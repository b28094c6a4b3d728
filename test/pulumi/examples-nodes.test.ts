import type { Manifest } from 'anyhouse';
import { App } from 'cdk8s';
import { analytics } from '../../examples/quickstart/analytics';
import { at, list, record } from '../../src/kubernetes/manifest';
import { machineNamed } from '../../src/platform/machines/catalogue';
import { EksCluster, GkeCluster } from '../../src/pulumi';
import { underAws } from '../support/eks';
import { runExample } from '../support/pulumi-examples';
import type { Registered } from '../support/pulumi-mocks';
import { type Node, pending } from '../support/scheduler';

jest.setTimeout(60_000);

/** What agents of the cloud ask for on every node: those of GKE, which are the larger ones, rounded up. */
const agents = { cpu: 400, memory: 700 };

/**
 * What runs in a cluster beside its databases: on EKS CoreDNS and the controllers of disks and load balancers, on GKE
 * kube-dns, its helpers, metrics-server and konnectivity, which are the larger ones; cert-manager and the operator.
 */
const others: readonly Manifest[] = [
  { name: 'dns', replicas: 2, requests: { cpu: '270m', memory: '240Mi' } },
  { name: 'controllers', replicas: 6, requests: { cpu: '60m', memory: '240Mi' } },
  { name: 'cert-manager', replicas: 3, requests: { cpu: '10m', memory: '64Mi' } },
  { name: 'operator', replicas: 1, requests: { cpu: '200m', memory: '512Mi' } },
].map(({ name, replicas, requests }) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: { replicas, template: { spec: { containers: [{ name, resources: { requests } }] } } },
}));

function nodesIn(resources: readonly Registered[]): readonly Node[] {
  const zoneOf = (id: unknown) =>
    resources.find(({ type, name }) => type === 'aws:ec2/subnet:Subnet' && `${name}-id` === id)?.inputs
      .availabilityZone;
  return resources.flatMap(({ type, inputs }) => {
    if (type === 'aws:eks/nodeGroup:NodeGroup') {
      const zone = zoneOf(list(inputs.subnetIds)[0]);
      return nodesOf(at(inputs, 'scalingConfig', 'minSize'), zone, list(inputs.instanceTypes)[0], inputs);
    }
    if (type !== 'gcp:container/nodePool:NodePool') return [];
    const config = record(inputs.nodeConfig);
    return nodesOf(inputs.nodeCount, list(inputs.nodeLocations)[0], config.machineType, config);
  });
}

function nodesOf(count: unknown, zone: unknown, machine: unknown, config: Registered['inputs']): Node[] {
  const labels = {
    ...(record(config.labels) as Record<string, string>),
    'topology.kubernetes.io/zone': String(zone),
    'node.kubernetes.io/instance-type': String(machine),
    'kubernetes.io/arch': machineNamed(String(machine))?.architecture ?? 'unknown',
  };
  const taints = list(config.taints).map(record) as unknown as Node['taints'];
  return Array.from({ length: Number(count) }, () => ({ labels, taints }));
}

test.each(['eks', 'gke'])('examples/pulumi-%s has a node for every pod of its program', async (example) => {
  const resources = await runExample(example);
  const program = resources.filter(({ name }) => name.startsWith('analytics:'));
  const manifests = program.map(({ inputs }) => inputs as unknown as Manifest);
  const nodes = nodesIn(resources);
  expect(nodes).toHaveLength(10);
  expect(pending([...manifests, ...others], nodes, agents)).toEqual([]);
  // Not by chance: without one of the servers' nodes there are too few.
  const server = nodes.findIndex(({ labels }) => labels.dedicated === 'clickhouse');
  const fewer = nodes.filter((_, index) => index !== server);
  expect(pending(manifests, fewer, agents)).toHaveLength(1);
});

const inEurope = ['a', 'b', 'c'];
const clusters = {
  EksCluster: (zones: number) => () =>
    new EksCluster('try', { zones: inEurope.slice(0, zones).map((zone) => `eu-west-1${zone}`), stage: 'development' }),
  GkeCluster: (zones: number) => () =>
    new GkeCluster('try', {
      project: 'my-project',
      zones: inEurope.slice(0, zones).map((zone) => `europe-west4-${zone}`),
      stage: 'development',
    }),
};

describe.each(Object.entries(clusters))('%s in development', (_, clusterIn) => {
  test.each([1, 2, 3])('takes the quickstart, with zones: %d', async (zones) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    const { result, resources } = await underAws<EksCluster | GkeCluster>(clusterIn(zones));
    warn.mockRestore();
    const app = new App();
    analytics(app, result.platform);
    const manifests: Manifest[] = app.charts.flatMap((chart) => chart.toJson());
    expect(manifests.length).toBeGreaterThan(20);
    expect(pending([...manifests, ...others], nodesIn(resources), agents)).toEqual([]);
  });
});
