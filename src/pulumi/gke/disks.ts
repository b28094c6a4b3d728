import type { Problems } from '../../kubernetes/prop-error';
import type { Machine } from '../../platform/machines/machine';
import type { ZonePool } from '../clusters/resolve-pools';
import type { GkeDisk } from './args';

/**
 * Series that take persistent disks and Hyperdisk Balanced.
 * @see https://cloud.google.com/compute/docs/disks/hyperdisks
 */
const takesBoth = /^c3-/;

/** Whether disks of a type can be attached to a machine. */
function takes(machine: Machine, disk: GkeDisk): boolean {
  if (machine.hyperdisksOnly) return disk === 'hyperdisk-balanced';
  return disk !== 'hyperdisk-balanced' || takesBoth.test(machine.name);
}

/** Disk that a node starts from. */
export function bootDisk(machine: Machine): 'hyperdisk-balanced' | 'pd-balanced' {
  return machine.hyperdisksOnly ? 'hyperdisk-balanced' : 'pd-balanced';
}

/**
 * The disk of databases: the one that was asked for, or the one that all machines with databases take. There is one
 * StorageClass for all of them, and a volume that cannot be attached leaves its pod Pending.
 */
export function resolveDisk(
  problems: Problems,
  asked: GkeDisk | undefined,
  pools: readonly ZonePool[],
): GkeDisk | undefined {
  const machines = machinesWithDatabases(pools);
  const choices: readonly GkeDisk[] = asked ? [asked] : ['pd-ssd', 'hyperdisk-balanced'];
  const fitting = choices.find((disk) => machines.every((machine) => takes(machine, disk)));
  if (fitting !== undefined) return fitting;
  const names = [...new Set(machines.map(({ name }) => name))];
  const refusing = asked ? names.filter((name) => machines.some((own) => own.name === name && !takes(own, asked))) : [];
  problems.add({
    rule: 'gke/disks',
    prop: asked ? 'disk' : 'pools',
    must: asked
      ? `be a disk that all machines with databases take; ${refusing.join(', ')} cannot`
      : 'have machines for databases that one type of disk fits',
    got: asked ?? names,
    fix: asked
      ? 'leave it out, or choose machines of another series.'
      : 'choose series that take hyperdisks only, such as n4 and c4a, or none of these.',
  });
  return undefined;
}

/** Machines that volumes of databases are attached to. A role without a pool of its own runs on system nodes. */
function machinesWithDatabases(pools: readonly ZonePool[]): readonly Machine[] {
  const homeless = (['clickhouse', 'keeper'] as const).some((role) => !pools.some((pool) => pool.role === role));
  return pools.filter(({ role }) => role !== 'system' || homeless).map(({ machine }) => machine);
}
