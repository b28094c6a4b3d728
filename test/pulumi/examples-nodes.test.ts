import type { Manifest } from 'anyhouse';
import { at, list, record } from '../../src/kubernetes/manifest';
import { machineNamed } from '../../src/platform/machines/catalogue';
import { runExample } from '../support/pulumi-examples';
import type { Registered } from '../support/pulumi-mocks';
import { type Node, pending } from '../support/scheduler';

jest.setTimeout(60_000);

/** Agents of EKS and GKE on every node; the larger of the two. Memory of a page on agents of GKE, rounded up. */
const agents = { cpu: 400, memory: 700 };

const readers: Readonly<Record<string, (inputs: Registered['inputs'], zoneOf: (subnet: string) => string) => Node[]>> =
  {
    'aws:eks/nodeGroup:NodeGroup': (inputs, zoneOf) => {
      const zone = zoneOf(String(list(inputs.subnetIds)[0]));
      return nodesOf(at(inputs, 'scalingConfig', 'minSize'), zone, list(inputs.instanceTypes)[0], inputs);
    },
    'gcp:container/nodePool:NodePool': (inputs) => {
      const config = record(inputs.nodeConfig);
      return nodesOf(
        inputs.nodeCount ?? inputs.initialNodeCount,
        list(inputs.nodeLocations)[0],
        config.machineType,
        config,
      );
    },
  };

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

function nodesIn(resources: readonly Registered[]): readonly Node[] {
  const zoneOf = (id: string) =>
    String(
      resources.find(({ type, name }) => type === 'aws:ec2/subnet:Subnet' && `${name}-id` === id)?.inputs
        .availabilityZone,
    );
  return resources.flatMap(({ type, inputs }) => readers[type]?.(inputs, zoneOf) ?? []);
}

function manifestsIn(resources: readonly Registered[]): readonly Manifest[] {
  return resources
    .filter(({ name }) => name.startsWith('analytics:'))
    .map(({ inputs }) => inputs as unknown as Manifest);
}

describe.each(['eks', 'gke'])('examples/pulumi-%s', (example) => {
  test('has a node for every pod of its program', async () => {
    const resources = await runExample(example);
    const [nodes, manifests] = [nodesIn(resources), manifestsIn(resources)];
    expect(nodes.length).toBeGreaterThan(6);
    expect(pending(manifests, nodes, agents)).toEqual([]);
  });
});
