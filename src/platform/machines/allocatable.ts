import type { Machine } from './machine';

/** Processor time in thousandths and memory in MiB. */
export interface Amounts {
  readonly cpu: number;
  readonly memory: number;
}

/** Memory below which kubelet evicts pods, the same in all three clouds. */
const evictionThreshold = 100;

/**
 * Share of the memory that firmware, hypervisor and kernel keep before Kubernetes counts: Karpenter's assumption, which
 * is meant to be more than any machine needs.
 * @see https://karpenter.sh/docs/reference/settings/ (VM_MEMORY_OVERHEAD_PERCENT)
 */
const virtualMachineOverhead = 0.075;

/** Memory that Linux on Graviton sets aside for contiguous allocations; Karpenter subtracts it, too. */
const gravitonReserve = 64;

/** Pods on a node of AKS unless the pool says otherwise: the default of Azure CNI Overlay. */
const podsOnAzure = 250;

/** What pods can ask of a node of this type, after the reserves that its cloud documents. */
export function allocatable(machine: Machine): Amounts {
  const arm = machine.cloud === 'aws' && machine.architecture === 'arm64';
  const memory = (machine.memory - (arm ? gravitonReserve : 0)) * (1 - virtualMachineOverhead);
  const reserved = reserves[machine.cloud](machine, memory);
  return {
    cpu: Math.floor(machine.processors * 1000 - reserved.cpu),
    memory: Math.floor(memory - reserved.memory - evictionThreshold),
  };
}

const reserves: Readonly<Record<Machine['cloud'], (machine: Machine, memory: number) => Amounts>> = {
  aws: ({ processors, pods = 110 }) => ({ cpu: reservedCpu(processors), memory: reservedOnEks(pods) }),
  google: ({ processors }, memory) => ({ cpu: reservedCpu(processors), memory: reservedOnGke(memory) }),
  azure: ({ processors, memory }) => ({
    cpu: reservedCpuOnAks(processors),
    memory: reservedOnAks(memory, podsOnAzure),
  }),
};

/**
 * Processor time that kubelet keeps on EKS and GKE: 6% of the first processor, 1% of the second, 0.5% of the next two,
 * 0.25% of all others.
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes
 */
export function reservedCpu(processors: number): number {
  return tiers(processors * 1000, [
    [1000, 0.06],
    [1000, 0.01],
    [2000, 0.005],
    [Number.POSITIVE_INFINITY, 0.0025],
  ]);
}

/**
 * Memory that kubelet keeps on EKS: 255 MiB, and 11 MiB for each pod that fits.
 * @see https://github.com/awslabs/amazon-eks-ami (nodeadm, kubelet defaults)
 */
export function reservedOnEks(pods: number): number {
  return 255 + 11 * pods;
}

/**
 * Memory that GKE keeps: 25% of the first 4 GiB, 20% of the next 4, 10% of the next 8, 6% of the next 112, 2% above.
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes
 */
export function reservedOnGke(memory: number): number {
  if (memory < 1024) return 255;
  return tiers(memory, [
    [4096, 0.25],
    [4096, 0.2],
    [8192, 0.1],
    [112 * 1024, 0.06],
    [Number.POSITIVE_INFINITY, 0.02],
  ]);
}

/**
 * Memory that AKS keeps from Kubernetes 1.29 on: 20 MB for each pod and 50 MB, at most a quarter of the machine.
 * @see https://learn.microsoft.com/azure/aks/node-resource-reservations
 */
export function reservedOnAks(memory: number, pods: number): number {
  return Math.min(20 * pods + 50, memory / 4);
}

/** Table of the same page: processors, thousandths of a processor that are kept. */
const cpuOnAks: readonly (readonly [number, number])[] = [
  [1, 60],
  [2, 100],
  [4, 140],
  [8, 180],
  [16, 260],
  [32, 420],
  [64, 740],
];

/** Processor time that AKS keeps; between the sizes of its table that of the larger one, above it in proportion. */
export function reservedCpuOnAks(processors: number): number {
  const row = cpuOnAks.find(([size]) => size >= processors);
  return row?.[1] ?? Math.ceil((740 * processors) / 64);
}

/** Sum of shares of consecutive parts of an amount. */
function tiers(amount: number, parts: readonly (readonly [size: number, share: number])[]): number {
  let rest = amount;
  let sum = 0;
  for (const [size, share] of parts) {
    sum += Math.min(rest, size) * share;
    rest = Math.max(0, rest - size);
  }
  return sum;
}
