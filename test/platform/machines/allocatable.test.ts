import {
  allocatable,
  reservedCpu,
  reservedCpuOnAks,
  reservedOnAks,
  reservedOnEks,
  reservedOnGke,
} from '../../../src/platform/machines/allocatable';
import { machineNamed } from '../../../src/platform/machines/catalogue';

/** What Karpenter publishes as allocatable, https://karpenter.sh/docs/reference/instance-types/ of August 2026. */
const documentedOnEks: readonly (readonly [name: string, cpu: number, memory: number])[] = [
  ['m7i.large', 1930, 6903],
  ['m7i.2xlarge', 7910, 29317],
  ['m7i.4xlarge', 15890, 57691],
  ['m7i.16xlarge', 63770, 234021],
  ['m7i.48xlarge', 191450, 718987],
  ['m7g.medium', 940, 3286],
  ['m7g.2xlarge', 7910, 29258],
  ['i4i.24xlarge', 95690, 722287],
  ['im4gn.16xlarge', 63770, 233962],
  ['r8g.48xlarge', 191450, 1446378],
];

test.each(documentedOnEks)('%s leaves to pods what Karpenter documents', (name, cpu, memory) => {
  expect(allocatable(machineNamed(name)!)).toEqual({ cpu, memory });
});

test('EKS keeps 11 MiB for each pod, and 255 MiB', () => {
  expect(reservedOnEks(29)).toBe(574);
  expect(reservedOnEks(737)).toBe(8362);
});

test('GKE keeps shares of the memory that grow smaller', () => {
  // 150 GiB: 1 + 0.8 + 0.8 + 6.72 + 0.44 GiB.
  expect(reservedOnGke(150 * 1024)).toBeCloseTo(9.76 * 1024, 5);
  expect(reservedOnGke(4 * 1024)).toBe(1024);
  expect(reservedOnGke(600)).toBe(255);
});

test.each([
  [1, 60],
  [2, 70],
  [4, 80],
  [8, 90],
  [16, 110],
  [96, 310],
])('%d processors lose %dm on EKS and GKE', (processors, reserved) => {
  expect(reservedCpu(processors)).toBeCloseTo(reserved, 6);
});

test('AKS keeps memory for each pod, at most a quarter of the machine, as its page calculates', () => {
  expect(reservedOnAks(8000, 30)).toBe(650);
  expect(reservedOnAks(4000, 70)).toBe(1000);
});

test.each([
  [2, 100],
  [8, 180],
  [20, 420],
  [64, 740],
  [96, 1110],
])('%d processors lose %dm on AKS', (processors, reserved) => {
  expect(reservedCpuOnAks(processors)).toBe(reserved);
});

test('a machine of Google and of Azure leaves what the formulas say', () => {
  // 32 GiB less 7.5% are 30310 MiB; GKE keeps 2662.4 and 6% of the 13926 above 16 GiB; 100 MiB are the threshold.
  expect(allocatable(machineNamed('n2-standard-8')!)).toEqual({ cpu: 7910, memory: 26712 });
  expect(allocatable(machineNamed('Standard_D8s_v5')!)).toEqual({ cpu: 7820, memory: 25160 });
});
