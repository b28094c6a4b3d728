import { suggest } from '../../kubernetes/suggest';
import type { PlatformFacts } from '../facts';
import { type Amounts, allocatable } from './allocatable';
import type { Cloud, Machine } from './machine';

/** Platforms of a cloud, as props name them. */
export const platformOf: Readonly<Record<Cloud, 'eks' | 'gke' | 'aks'>> = { aws: 'eks', google: 'gke', azure: 'aks' };

let loaded: ReadonlyMap<string, Machine> | undefined;

/** All machines by name. Loaded on first use: most programs never name one. */
function machines(): ReadonlyMap<string, Machine> {
  if (loaded) return loaded;
  const { machinesOfAws } = require('./aws') as typeof import('./aws');
  const { machinesOfGoogle } = require('./google') as typeof import('./google');
  const { machinesOfAzure } = require('./azure') as typeof import('./azure');
  const all = [...machinesOfAws(), ...machinesOfGoogle(), ...machinesOfAzure()];
  loaded = new Map(all.map((machine) => [machine.name, machine]));
  return loaded;
}

/** A machine by name; undefined when the catalogue does not have it. */
export function machineNamed(name: string): Machine | undefined {
  return machines().get(name);
}

/** All machines of a cloud. */
export function machinesIn(cloud: Cloud): readonly Machine[] {
  return [...machines().values()].filter((machine) => machine.cloud === cloud);
}

/** The machine of a cloud that a misspelt name most likely means. */
export function machineMeant(name: string, cloud: Cloud): string | undefined {
  const names = machinesIn(cloud).map((machine) => machine.name);
  return suggest(name, names);
}

/** The cloud whose machines a platform has; undefined where the catalogue knows none. */
export function cloudOf({ name }: PlatformFacts): Cloud | undefined {
  const [cloud] = Object.entries(platformOf).find(([, platform]) => name.startsWith(platform)) ?? [];
  return cloud as Cloud | undefined;
}

/**
 * What is left to pods that run on every node: network, disk driver, metrics and logs. The agents that EKS, GKE and AKS
 * install ask for 0.2 to 0.35 processors and 300 to 700 MiB; the rest is for those of the user.
 */
const daemonSets: Amounts = { cpu: 400, memory: 1024 };

/** Steps in which requests are given, so that they read well and small corrections of the tables change nothing. */
const step: Amounts = { cpu: 100, memory: 256 };

/** What one database can ask of a machine that it has to itself. */
export function roomFor(machine: Machine): Amounts {
  const { cpu, memory } = allocatable(machine);
  return {
    cpu: Math.floor((cpu - daemonSets.cpu) / step.cpu) * step.cpu,
    memory: Math.floor((memory - daemonSets.memory) / step.memory) * step.memory,
  };
}
