import { allocatable } from '../../../src/platform/machines/allocatable';
import { machineMeant, machineNamed, machinesIn, roomFor } from '../../../src/platform/machines/catalogue';

const clouds = ['aws', 'google', 'azure'] as const;

test('each cloud has machines, each once, with sound numbers', () => {
  const all = clouds.flatMap((cloud) => machinesIn(cloud));
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, processors, memory, localDisks } of all) {
    expect([name, Number.isInteger(processors) && processors > 0]).toEqual([name, true]);
    expect([name, memory / processors >= 1024 && memory / processors <= 16 * 1024]).toEqual([name, true]);
    expect([name, localDisks >= 0]).toEqual([name, true]);
  }
  expect(clouds.map((cloud) => machinesIn(cloud).length > 80)).toEqual([true, true, true]);
});

test.each(['m6i', 'm7i', 'm7g', 'r6i', 'r7i', 'r7g', 'c7g', 'i4i', 'im4gn'])(
  'family %s of Amazon is there',
  (family) => {
    expect(machinesIn('aws').filter(({ name }) => name.startsWith(`${family}.`)).length).toBeGreaterThanOrEqual(6);
  },
);

test('a database gets less than what pods can ask for, in steps that read well', () => {
  for (const machine of clouds.flatMap((cloud) => machinesIn(cloud))) {
    const [room, all] = [roomFor(machine), allocatable(machine)];
    expect(all.cpu - room.cpu).toBeGreaterThanOrEqual(400);
    expect(all.memory - room.memory).toBeGreaterThanOrEqual(1024);
    expect(all.memory - room.memory).toBeLessThan(1024 + 256);
    expect([room.cpu % 100, room.memory % 256].map(Math.abs)).toEqual([0, 0]);
  }
});

test('Arm machines, local disks and hyperdisks are known', () => {
  expect(machineNamed('m7g.xlarge')).toMatchObject({ architecture: 'arm64', localDisks: 0, pods: 58 });
  expect(machineNamed('i4i.2xlarge')).toMatchObject({ architecture: 'amd64', localDisks: 1875, network: 4687 });
  expect(machineNamed('c3-standard-8-lssd')).toMatchObject({ memory: 32768, localDisks: 750 });
  expect(machineNamed('c4-standard-8')).toMatchObject({ memory: 30720, hyperdisksOnly: true });
  expect(machineNamed('Standard_L8s_v3')).toMatchObject({ processors: 8, memory: 65536, localDisks: 1920 });
});

test.each([
  ['m7i.2xlage', 'aws', 'm7i.2xlarge'],
  ['m7i-2xlarge', 'aws', 'm7i.2xlarge'],
  ['n2-standart-8', 'google', 'n2-standard-8'],
  ['standard_d8s_v5', 'azure', 'Standard_D8s_v5'],
] as const)('%s is taken for a misspelt %s machine', (name, cloud, meant) => {
  expect(machineMeant(name, cloud)).toBe(meant);
});

test('the tables are loaded when a machine is named, not before', () => {
  jest.isolateModules(() => {
    const load = jest.fn(() => ({ awsMachines: 'm7i.large 2 8192 amd64 29 0 781' }));
    jest.doMock('../../../src/platform/generated/aws-machines', load);
    const late =
      require('../../../src/platform/machines/catalogue') as typeof import('../../../src/platform/machines/catalogue');
    expect(load).not.toHaveBeenCalled();
    expect(late.machinesIn('aws')).toHaveLength(1);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
