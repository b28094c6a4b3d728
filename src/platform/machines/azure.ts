import type { Machine } from './machine';

/** A series: GiB of memory for each processor, and the sizes that exist. */
interface Series {
  /** Name of a size, with `#` for its processors. */
  readonly name: string;
  readonly memory: number;
  readonly sizes: readonly number[];
  readonly arm?: true;
  /** GB of local disk for each processor. */
  readonly disk?: number;
}

const d = [2, 4, 8, 16, 32, 48, 64, 96];
const e = [2, 4, 8, 16, 20, 32, 48, 64];

/**
 * Sizes whose memory is not a multiple of their processors (E96, E104, the largest of Arm) are left out.
 * @see https://learn.microsoft.com/azure/virtual-machines/sizes/overview
 */
const series: readonly Series[] = [
  { name: 'Standard_D#s_v5', memory: 4, sizes: d },
  { name: 'Standard_D#ds_v5', memory: 4, sizes: d, disk: 37.5 },
  { name: 'Standard_D#as_v5', memory: 4, sizes: d },
  { name: 'Standard_D#ads_v5', memory: 4, sizes: d, disk: 37.5 },
  { name: 'Standard_D#ps_v5', memory: 4, sizes: [2, 4, 8, 16, 32], arm: true },
  { name: 'Standard_D#pds_v5', memory: 4, sizes: [2, 4, 8, 16, 32], arm: true, disk: 37.5 },
  { name: 'Standard_E#s_v5', memory: 8, sizes: e },
  { name: 'Standard_E#ds_v5', memory: 8, sizes: e, disk: 37.5 },
  { name: 'Standard_E#as_v5', memory: 8, sizes: e },
  { name: 'Standard_E#ads_v5', memory: 8, sizes: e, disk: 37.5 },
  { name: 'Standard_E#ps_v5', memory: 8, sizes: [2, 4, 8, 16, 20], arm: true },
  // Disks of 1.92 TB, one for each 8 processors.
  { name: 'Standard_L#s_v3', memory: 8, sizes: [8, 16, 32, 48, 64, 80], disk: 240 },
  { name: 'Standard_L#as_v3', memory: 8, sizes: [8, 16, 32, 48, 64, 80], disk: 240 },
];

/** Machines of Azure. */
export function machinesOfAzure(): readonly Machine[] {
  return series.flatMap(({ name, memory, sizes, arm, disk = 0 }) =>
    sizes.map((processors) => ({
      name: name.replace('#', String(processors)),
      cloud: 'azure' as const,
      processors,
      memory: memory * processors * 1024,
      architecture: arm ? ('arm64' as const) : ('amd64' as const),
      localDisks: disk * processors,
    })),
  );
}
