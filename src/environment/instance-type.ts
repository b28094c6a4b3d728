import type { Problem, Problems } from '../kubernetes/prop-error';
import { Quantity } from '../kubernetes/quantity';
import { type Check, line, shape, when } from '../kubernetes/shape';
import { cloudOf, machineMeant, machineNamed, platformOf, roomFor } from '../platform/machines/catalogue';
import type { Machine } from '../platform/machines/machine';
import type { ResolvedEnvironment } from './options';
import type { Placement } from './placement';
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
  readonly placement?: Placement;
}

/** Least that a server starts with. */
const least = { cpu: 500, memory: 1024 };

/** What a pod asks for: numbers, those of its machine, or defaults. Reports machines that do not fit the platform. */
export function resolveSizing(
  problems: Problems,
  environment: ResolvedEnvironment,
  given: Given,
  defaults: Resources,
): Sizing {
  const sizing = { resources: given.resources ?? defaults };
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
  const machine = machineNamed(name);
  if (!machine) {
    const meant = machineMeant(name, cloud);
    const instead = 'give resources instead, with placement.pool for the nodes; docs/sizes.md has the list.';
    const fix = meant ? `write '${meant}'.` : instead;
    return report({ rule: 'sizes/unknown', prop, must: `be a machine of ${key} that is known`, got: name, fix });
  }
  if (machine.cloud !== cloud) {
    const other = platformOf[machine.cloud];
    return report({
      rule: 'sizes/cloud',
      prop,
      must: `be a machine of ${key}; this one is of ${other}`,
      got: name,
      fix: `write instanceType: { ${other}: '${name}', ${key}: '${sample[key]}' }.`,
    });
  }
  return sizeOn(problems, prop, machine, environment, given) ?? sizing;
}

const sample = { eks: 'm7i.2xlarge', gke: 'n2-standard-8', aks: 'Standard_D8s_v5' };

/** What a pod asks of a machine; undefined when it cannot run there. */
function sizeOn(
  problems: Problems,
  prop: string,
  machine: Machine,
  { platform }: ResolvedEnvironment,
  { placement }: Given,
): Sizing | undefined {
  const { cpu, memory } = roomFor(machine);
  const wrong = (problem: Pick<Problem, 'rule' | 'must' | 'fix'>) => {
    problems.add({ ...problem, prop, got: machine.name });
    return undefined;
  };
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
  const labelled = placement?.pool?.labels?.[machineLabel];
  if (labelled !== undefined && labelled !== machine.name)
    return wrong({
      rule: 'sizes/pool',
      must: `be the machine of placement.pool, '${labelled}'`,
      fix: `leave ${machineLabel} out of placement.pool.labels.`,
    });
  return { machine, resources: { cpu: `${cpu}m`, memory: Quantity.parse(`${memory}Mi`) } };
}

/** Node label that names the type of machine. */
const machineLabel = 'node.kubernetes.io/instance-type';

/** Labels of the nodes that are such a machine. GKE keeps pods off Arm nodes unless they ask for the architecture. */
export function machineLabels(machine: Machine | undefined): Readonly<Record<string, string>> {
  if (!machine) return {};
  return {
    [machineLabel]: machine.name,
    ...(machine.architecture === 'arm64' && { 'kubernetes.io/arch': machine.architecture }),
  };
}
