import type { Machine } from './machine';

/** A series with one kind of machine: GiB of memory for each processor, and the sizes that exist. */
interface Series {
  readonly memory: number;
  readonly sizes: readonly number[];
  readonly arm?: true;
  readonly hyperdisksOnly?: true;
  /** Number of local disks of 375 GB that come with each size. */
  readonly disks?: readonly number[];
}

const n2 = [2, 4, 8, 16, 32, 48, 64, 80];
const n2d = [2, 4, 8, 16, 32, 48, 64, 80];
const c3 = [4, 8, 22, 44, 88, 176];
const c4 = [2, 4, 8, 16, 32, 48, 96, 192];
const c4a = [1, 2, 4, 8, 16, 32, 48, 64, 72];
const t2a = [1, 2, 4, 8, 16, 32, 48];
const n4 = [2, 4, 8, 16, 32, 48, 64, 80];

/**
 * Sizes whose memory is not a multiple of their processors are left out: none of the series below has one.
 * @see https://cloud.google.com/compute/docs/general-purpose-machines
 */
const series: Readonly<Record<string, Series>> = {
  'n2-standard': { memory: 4, sizes: [...n2, 96, 128] },
  'n2-highmem': { memory: 8, sizes: n2 },
  'n2-highcpu': { memory: 1, sizes: [...n2, 96] },
  'n2d-standard': { memory: 4, sizes: [...n2d, 96, 128, 224] },
  'n2d-highmem': { memory: 8, sizes: [...n2d, 96] },
  'c3-standard': { memory: 4, sizes: c3 },
  'c3-highmem': { memory: 8, sizes: c3 },
  'c3-highcpu': { memory: 2, sizes: c3 },
  'c4-standard': { memory: 3.75, sizes: c4, hyperdisksOnly: true },
  'c4-highmem': { memory: 7.75, sizes: c4, hyperdisksOnly: true },
  'c4-highcpu': { memory: 2, sizes: c4, hyperdisksOnly: true },
  'c4a-standard': { memory: 4, sizes: c4a, arm: true, hyperdisksOnly: true },
  'c4a-highmem': { memory: 8, sizes: c4a, arm: true, hyperdisksOnly: true },
  'c4a-highcpu': { memory: 2, sizes: c4a, arm: true, hyperdisksOnly: true },
  't2a-standard': { memory: 4, sizes: t2a, arm: true },
  'n4-standard': { memory: 4, sizes: n4, hyperdisksOnly: true },
  'n4-highmem': { memory: 8, sizes: n4, hyperdisksOnly: true },
  'n4-highcpu': { memory: 2, sizes: n4, hyperdisksOnly: true },
};

/** Machines that always bring local disks; the others can be given some. */
const withDisks: Readonly<Record<string, Series>> = {
  'c3-standard': { memory: 4, sizes: c3, disks: [1, 2, 4, 8, 16, 32] },
};

/** Machines of Google Compute Engine. */
export function machinesOfGoogle(): readonly Machine[] {
  return [...entries(series, ''), ...entries(withDisks, '-lssd')];
}

function entries(table: Readonly<Record<string, Series>>, suffix: string): Machine[] {
  return Object.entries(table).flatMap(([name, { memory, sizes, arm, hyperdisksOnly, disks }]) =>
    sizes.map((processors, index) => ({
      name: `${name}-${processors}${suffix}`,
      cloud: 'google' as const,
      processors,
      memory: memory * processors * 1024,
      architecture: arm ? ('arm64' as const) : ('amd64' as const),
      localDisks: (disks?.[index] ?? 0) * 375,
      ...(hyperdisksOnly && { hyperdisksOnly }),
    })),
  );
}
