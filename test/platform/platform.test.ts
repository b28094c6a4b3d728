import { Platform } from 'anyhouse';
import { eks, gke, messageOf, minikube } from '../support/environments';

test('every platform brings a StorageClass of its own, which keeps data', () => {
  expect([minikube, eks, gke].map(({ facts }) => facts.storage.className)).toEqual([
    'clickhouse-hostpath',
    'clickhouse-gp3',
    'clickhouse-pd-ssd',
  ]);
});

test('volumes of platforms with zones wait for their pod', () => {
  for (const { facts } of [eks, gke]) {
    expect(facts.storage.create?.volumeBindingMode).toBe('WaitForFirstConsumer');
  }
});

test('overrides make another platform and leave the first as it was', () => {
  const other = eks.with({ zones: ['eu-west-1a'], stage: 'development' });
  expect(other.zones).toEqual(['eu-west-1a']);
  expect(other.facts.stage).toBe('development');
  expect(eks.zones).toHaveLength(3);
});

test('an override that is undefined changes nothing', () => {
  expect(eks.with({ zones: undefined }).zones).toHaveLength(3);
});

test('an option of a custom platform that is undefined leaves its default', () => {
  const storage = { className: 'ceph', expandable: true };
  const custom = Platform.custom({
    name: 'on-premises',
    storage,
    dns: undefined,
    zones: undefined,
    cluster: undefined,
  });
  expect(custom.facts).toEqual(Platform.custom({ name: 'on-premises', storage }).facts);
});

test('a custom platform needs a name and a StorageClass', () => {
  expect(messageOf(() => Platform.custom({} as never))).toContain("2 problems in Platform 'custom'");
  const custom = Platform.custom({ name: 'on-premises', storage: { className: 'ceph', expandable: true } });
  expect(custom.facts).toMatchObject({ name: 'on-premises', zones: [], stage: 'production', networkPolicy: 'unknown' });
});

test('Google disks of newer machines can be chosen', () => {
  const platform = Platform.gke({ region: 'europe-west4', zones: ['europe-west4-a'], disk: 'hyperdisk-balanced' });
  expect(platform.facts.storage).toMatchObject({
    className: 'clickhouse-hyperdisk-balanced',
    create: { parameters: { type: 'hyperdisk-balanced' } },
  });
});

test.each([
  ['eu-west-1', 'eu-west-1a', true],
  ['us-west-2', 'us-west-2-lax-1a', true],
  ['us-gov-west-1', 'us-gov-west-1b', true],
  ['eu-west-1', 'eu-west-2a', false],
  ['eu-west-1', 'eu-west-1', false],
])('in %s, %s is a zone: %p', (region, zone, accepted) => {
  const make = () => Platform.eks({ region, zones: [zone] });
  if (accepted) expect(make().zones).toEqual([zone]);
  else expect(make).toThrow('platform/zone');
});

test('a zone listed twice is refused', () => {
  expect(messageOf(() => Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1a'] }))).toContain(
    'zones[1] must be listed once',
  );
});

test.each([
  [['kube-dns'], 'dns[0] must be an object'],
  [[{}], 'dns[0] must name either pods or an address range'],
  [[{ ipBlock: { cidr: '10.0.0.10' } }], 'dns[0].ipBlock.cidr must be an address range (CIDR)'],
  [[{ podSelector: { matchLabels: { 'a b': 'c' } } }], 'must be a label key'],
])('%p does not say who answers DNS queries', (dns, message) => {
  expect(messageOf(() => eks.with({ dns: dns as never }))).toContain(message);
});
