import type { Problem, Problems } from '../../kubernetes/prop-error';
import type { PlatformFacts } from '../facts';
import type { PlatformPool } from '../pools';
import { cloudOf, machineMeant, machineNamed, platformOf, roomFor } from './catalogue';
import type { Cloud, Machine } from './machine';

/** A machine of each platform, for messages. */
export const sampleMachines = { eks: 'm7i.2xlarge', gke: 'n2-standard-8', aks: 'Standard_D8s_v5' };

/** Node label that names the type of machine. */
export const machineLabel = 'node.kubernetes.io/instance-type';

/** Least that a server starts with. */
const least = { cpu: 500, memory: 1024 };

/** What to do about names that no machine of the platform has. */
interface WaysOut {
  /** In place of a machine that is not in the catalogue. */
  readonly unknown: string;
  /** In place of a machine of another cloud. */
  readonly elsewhere: (machine: Machine) => string;
}

/** A machine of a cloud by its name; undefined, and reported, when databases cannot run on it. */
export function machineOn(
  problems: Problems,
  prop: string,
  name: string,
  cloud: Cloud,
  platform: PlatformFacts,
  waysOut: WaysOut,
): Machine | undefined {
  const wrong = (problem: Pick<Problem, 'rule' | 'must' | 'fix'>) => {
    problems.add({ ...problem, prop, got: name });
    return undefined;
  };
  const key = platformOf[cloud];
  const machine = machineNamed(name);
  if (!machine) {
    const meant = machineMeant(name, cloud);
    const fix = meant ? `write '${meant}'.` : waysOut.unknown;
    return wrong({ rule: 'sizes/unknown', must: `be a machine of ${key} that is known`, fix });
  }
  if (machine.cloud !== cloud)
    return wrong({
      rule: 'sizes/cloud',
      must: `be a machine of ${key}; this one is of ${platformOf[machine.cloud]}`,
      fix: waysOut.elsewhere(machine),
    });
  const { cpu, memory } = roomFor(machine);
  if (cpu < least.cpu || memory < least.memory)
    return wrong({
      rule: 'sizes/too-small',
      must: `leave at least 0.5 processors and 1Gi to the database; this one leaves ${Math.max(0, cpu)}m and ${Math.max(0, memory)}Mi`,
      fix: 'choose a larger machine.',
    });
  if (machine.hyperdisksOnly && platform.storage.create?.parameters?.type?.startsWith('pd-'))
    return wrong({
      rule: 'sizes/disk',
      must: 'take the disks of the platform; this one takes hyperdisks only',
      fix: "write Platform.gke({ disk: 'hyperdisk-balanced' }), or choose a machine such as n2-standard-8.",
    });
  return machine;
}

/** Reports a pool whose machines the platform does not have, or which its labels call by another name. */
export function checkPoolMachine(
  problems: Problems,
  at: string,
  { instanceType = '', labels }: PlatformPool,
  platform: PlatformFacts,
): void {
  const prop = `${at}.instanceType`;
  const cloud = cloudOf(platform);
  if (!cloud) {
    problems.add({
      rule: 'sizes/platform',
      prop,
      must: `be left out on ${platform.name}, whose machines nobody lists`,
      got: instanceType,
      fix: "leave it out, and write resources: { cpu: '7', memory: '28Gi' } at the clusters.",
    });
    return;
  }
  const machine = machineOn(problems, prop, instanceType, cloud, platform, {
    unknown: 'leave it out, and give resources at the clusters; docs/sizes.md has the list.',
    elsewhere: () => `write '${sampleMachines[platformOf[cloud]]}', or whatever the nodes are.`,
  });
  const labelled = labels[machineLabel];
  if (machine && labelled !== undefined && labelled !== machine.name)
    problems.add({
      rule: 'sizes/pool',
      prop,
      must: `be the machine of the labels, '${labelled}'`,
      got: machine.name,
      fix: `leave ${machineLabel} out of the labels.`,
    });
}
