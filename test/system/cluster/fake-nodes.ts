import type { Manifest } from '../../../src/kubernetes/manifest';

const region = 'eu-west-1';
const size = { cpu: '32', memory: '256Gi', pods: '110' };

/** Two nodes in each of three zones, which kwok keeps alive. */
export function fakeNodes(): readonly Manifest[] {
  return ['a', 'b', 'c'].flatMap((zone) =>
    [1, 2].map((index) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: `node-${zone}${index}`,
        annotations: { 'kwok.x-k8s.io/node': 'fake' },
        labels: {
          'kubernetes.io/hostname': `node-${zone}${index}`,
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/os': 'linux',
          'topology.kubernetes.io/region': region,
          'topology.kubernetes.io/zone': `${region}${zone}`,
        },
      },
      status: { allocatable: size, capacity: size, phase: 'Running' },
    })),
  );
}
