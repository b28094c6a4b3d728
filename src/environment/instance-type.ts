import type { Problem, Problems } from '../kubernetes/prop-error';
import { Quantity } from '../kubernetes/quantity';
import { type Check, line, shape, when } from '../kubernetes/shape';
import { cloudOf, machineNamed, platformOf, roomFor } from '../platform/machines/catalogue';
import type { Machine } from '../platform/machines/machine';
import { machineLabel, machineOn, sampleMachines as sample } from '../platform/machines/on-platform';
import { poolOfPlatform } from '../platform/pools';
import type { ResolvedEnvironment } from './options';
import type { ResolvedPlacement } from './placement';
import type { Resources } from './pods';

/** A type of machine for each platform that a definition moves between. */
export interface InstanceTypes {
  /** On Amazon EKS: `m7i.2xlarge`. @default - refused there */
  readonly eks?: string;
  /** On Google GKE: `n2-standard-8`. @default - refused there */
  readonly gke?: string;
  /** On Azure AKS: `Standard_D8s_v5`. @default - refused there */
  readonly aks?: string;
}

/** Checks of `instanceType`: a name, or one for each platform. */
export const instanceType: Check = when(
  (value) => typeof value === 'object' && value !== null,
  shape<InstanceTypes>({ eks: line, gke: line, aks: line }),
  line,
);

/** What a pod asks for, and the nodes that have it. */
export interface Sizing {
  readonly resources: Resources;
  /** The machine that the pod has to itself. */
  readonly machine?: Machine;
}

interface Given {
  readonly instanceType?: string | InstanceTypes;
  readonly resources?: Resources;
}

/**
 * What a pod asks for: numbers, those of its machine or of the machines of its pool, or defaults. Reports machines that
 * do not fit the platform or the pool.
 */
export function resolveSizing(
  problems: Problems,
  environment: ResolvedEnvironment,
  given: Given,
  placement: ResolvedPlacement,
  defaults: Resources,
): Sizing {
  const sizing = sizeInPool(placement, given.resources, defaults);
  const named = given.instanceType;
  if (named === undefined) return sizing;
  const report = (problem: Omit<Problem, 'got'> & { readonly got: unknown }) => {
    problems.add(problem);
    return sizing;
  };
  if (given.resources !== undefined)
    return report({
      rule: 'sizes/both',
      prop: 'instanceType',
      must: 'not be set beside resources',
      got: named,
      fix: 'keep one of the two.',
    });

  const { platform } = environment;
  const cloud = cloudOf(platform);
  const perPlatform = typeof named !== 'string';
  // A laptop is no machine that one chooses: a definition that names those of clouds gets the small defaults there.
  if (!cloud && platform.size === 'laptop' && perPlatform) return sizing;
  if (!cloud)
    return report({
      rule: 'sizes/platform',
      prop: 'instanceType',
      must: `be left out on ${platform.name}, whose machines nobody lists`,
      got: named,
      fix:
        platform.size === 'laptop'
          ? "write instanceType: { eks: 'm7i.2xlarge' } to keep it for that platform, with small defaults here."
          : "write resources: { cpu: '7', memory: '28Gi' }, and placement.pool for the nodes.",
    });
  const key = platformOf[cloud];
  const prop = perPlatform ? `instanceType.${key}` : 'instanceType';
  const name = perPlatform ? named[key] : named;
  if (name === undefined)
    return report({
      rule: 'sizes/platform',
      prop,
      must: `name a machine for ${platform.name}`,
      got: name,
      fix: `write ${key}: '${sample[key]}'.`,
    });
  const machine = machineOn(problems, prop, name, cloud, platform, {
    unknown: 'give resources instead, with placement.pool for the nodes; docs/sizes.md has the list.',
    elsewhere: (other) => `write instanceType: { ${platformOf[other.cloud]}: '${name}', ${key}: '${sample[key]}' }.`,
  });
  if (!machine) return sizing;
  checkMachineOfPool(problems, prop, machine, placement);
  return { machine, resources: wholeOf(machine) };
}

/** What a pod asks for that no machine is named for. Its pool may still consist of one machine. */
function sizeInPool({ pool }: ResolvedPlacement, resources: Resources | undefined, defaults: Resources): Sizing {
  const machine = pool?.instanceType === undefined ? undefined : machineNamed(pool.instanceType);
  if (!machine) return { resources: resources ?? defaults };
  return { machine, resources: resources ?? wholeOf(machine) };
}

/** All that a machine has for one database. */
function wholeOf(machine: Machine): Resources {
  const { cpu, memory } = roomFor(machine);
  return { cpu: `${cpu}m`, memory: Quantity.parse(`${memory}Mi`) };
}

/** Reports a machine that the nodes of a pool are not. */
function checkMachineOfPool(
  problems: Problems,
  prop: string,
  machine: Machine,
  { pool, poolName }: ResolvedPlacement,
): void {
  const ofPool = pool?.instanceType ?? pool?.labels[machineLabel];
  if (ofPool === undefined || ofPool === machine.name) return;
  problems.add({
    rule: 'sizes/pool',
    prop,
    must: `be the machine of ${poolName ? poolOfPlatform(poolName) : 'placement.pool'}, '${ofPool}'`,
    got: machine.name,
    fix: poolName
      ? 'leave it out, or name nodes of its own with placement.pool.'
      : `leave ${machineLabel} out of placement.pool.labels.`,
  });
}

/** Labels of the nodes that are such a machine. GKE keeps pods off Arm nodes unless they ask for the architecture. */
export function machineLabels(machine: Machine | undefined): Readonly<Record<string, string>> {
  if (!machine) return {};
  return {
    [machineLabel]: machine.name,
    ...(machine.architecture === 'arm64' && { 'kubernetes.io/arch': machine.architecture }),
  };
}
