import { awsMachines } from '../generated/aws-machines';
import type { Machine } from './machine';

/** Machines of Amazon EC2. */
export function machinesOfAws(): readonly Machine[] {
  return awsMachines
    .trim()
    .split('\n')
    .map((row) => {
      const [name = '', processors, memory, architecture, pods, localDisks, network] = row.split(' ');
      return {
        name,
        cloud: 'aws',
        processors: Number(processors),
        memory: Number(memory),
        architecture: architecture === 'arm64' ? 'arm64' : 'amd64',
        pods: Number(pods),
        localDisks: Number(localDisks),
        network: Number(network),
      };
    });
}
