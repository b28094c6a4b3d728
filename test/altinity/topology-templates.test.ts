import { chi, chk, hostsOf, laidOut } from '../support/installations';

describe('templates', () => {
  const templates = {
    hostTemplates: [{ name: 'host', spec: { templates: { podTemplate: 'by-host', logVolumeClaimTemplate: 'logs' } } }],
    podTemplates: ['default', 'cluster', 'shard', 'replica', 'by-host'].map((name) => ({ name })),
    volumeClaimTemplates: ['data', 'logs', 'old', 'other'].map((name) => ({ name })),
  };
  const podOf = (layout: unknown, rest: Record<string, unknown> = {}) =>
    hostsOf(laidOut(layout, { templates, ...rest })).map(({ podTemplate }) => podTemplate);
  const defaults = { templates: { podTemplate: 'default' } };

  test('come from the nearest level that names one', () => {
    const cluster = {
      name: 'main',
      templates: { podTemplate: 'cluster' },
      layout: {
        shards: [
          { templates: { podTemplate: 'shard' }, replicas: [{ templates: { podTemplate: 'replica' } }, {}] },
          { replicasCount: 1 },
        ],
      },
    };
    const hosts = hostsOf(chi({ defaults, templates, configuration: { clusters: [cluster, { name: 'b' }] } }));
    expect(hosts.map(({ podTemplate }) => podTemplate)).toEqual(['replica', 'shard', 'cluster', 'default']);
  });

  test('pin each replica to a zone, shard by shard', () => {
    const zones = ['a', 'b', 'c'];
    const podTemplates = zones.map((zone) => ({ name: `zone-${zone}`, zone: { values: [zone] } }));
    const shards = [0, 1].map((shard) => ({
      replicas: [0, 1].map((replica) => ({ templates: { podTemplate: `zone-${zones[(shard + replica) % 3]}` } })),
    }));
    const hosts = hostsOf(laidOut({ shards }, { templates: { podTemplates } }));
    expect(hosts.map(({ name, podTemplate }) => `${name} ${podTemplate}`)).toEqual([
      '0-0 zone-a',
      '0-1 zone-b',
      '1-0 zone-b',
      '1-1 zone-c',
    ]);
  });

  test('of replicas count only while no shards are listed', () => {
    const replicas = [{ templates: { podTemplate: 'replica' } }];
    expect(podOf({ replicas }, { defaults })).toEqual(['replica']);
    expect(podOf({ replicas, shards: [{}] }, { defaults })).toEqual(['default']);
  });

  test('of a host template fill what is still open', () => {
    const layout = { shards: [{ templates: { hostTemplate: 'host' } }] };
    expect(podOf(layout)).toEqual(['by-host']);
    expect(podOf(layout, { defaults })).toEqual(['default']);
    expect(hostsOf(laidOut(layout, { templates }))[0]).toMatchObject({ logClaimTemplate: 'logs' });
  });

  test('that do not exist count for nothing, but are told', () => {
    const rest = { defaults: { templates: { podTemplate: 'misspelt', dataVolumeClaimTemplate: 'dta' } } };
    const [host] = hostsOf(laidOut({}, { templates, ...rest }));
    expect(host).not.toHaveProperty('podTemplate');
    expect(host).not.toHaveProperty('dataClaimTemplate');
    expect(host?.claims).toEqual([]);
    expect(host?.templates).toEqual(rest.defaults.templates);
  });

  test('the old name of the data template still works', () => {
    const rest = { defaults: { templates: { volumeClaimTemplate: 'old' } } };
    expect(hostsOf(laidOut({}, { templates, ...rest }))[0]?.dataClaimTemplate).toBe('old');
    const layout = { shards: [{ templates: { dataVolumeClaimTemplate: 'data' } }] };
    expect(hostsOf(laidOut(layout, { templates, ...rest }))[0]?.dataClaimTemplate).toBe('data');
  });
});

describe('claims', () => {
  const claimsOf = (
    references: Record<string, string>,
    pod: unknown,
    kind: (layout: unknown, rest: Record<string, unknown>) => unknown = laidOut,
  ) =>
    hostsOf(
      kind(
        {},
        {
          defaults: { templates: { podTemplate: 'pod', ...references } },
          templates: {
            podTemplates: [{ name: 'pod', spec: pod }],
            volumeClaimTemplates: ['data', 'logs', 'jbod'].map((name) => ({ name })),
          },
        },
      ),
    )[0]?.claims.map((claim) => claim.replace(/-ch[ik]-.*/, ''));
  const both = { dataVolumeClaimTemplate: 'data', logVolumeClaimTemplate: 'logs' };

  test('are made for the data and log templates', () => {
    expect(claimsOf(both, {})).toEqual(['data', 'logs']);
  });

  test('are made for mounts with the name of a template', () => {
    const container = { name: 'clickhouse', volumeMounts: [{ name: 'jbod', mountPath: '/jbod' }, { name: 'tmp' }] };
    expect(claimsOf(both, { containers: [container] })).toEqual(['jbod', 'data', 'logs']);
  });

  test('are not made where the pod has a volume of that name', () => {
    expect(claimsOf(both, { volumes: [{ name: 'data', emptyDir: {} }] })).toEqual(['logs']);
  });

  test('are not made where every container mounts something else in its place', () => {
    const container = { name: 'clickhouse', volumeMounts: [{ name: 'jbod', mountPath: '/var/lib/clickhouse' }] };
    const log = { ...container, name: 'clickhouse-log' };
    expect(claimsOf(both, { containers: [container, log] })).toEqual(['jbod', 'logs']);
    // The log container that the operator adds has its place still free.
    expect(claimsOf(both, { containers: [container] })).toEqual(['jbod', 'logs', 'data']);
  });

  test('of a Keeper follow its own paths and container name', () => {
    const container = { volumeMounts: [{ name: 'jbod', mountPath: '/var/lib/clickhouse-keeper' }] };
    const keeper = (_: unknown, spec: Record<string, unknown>) => chk(spec);
    const data = { dataVolumeClaimTemplate: 'data' };
    expect(claimsOf(data, { containers: [{ ...container, name: 'clickhouse-keeper' }] }, keeper)).toEqual(['jbod']);
    // Any other name gets a second container beside it.
    expect(claimsOf(data, { containers: [{ ...container, name: 'keeper' }] }, keeper)).toEqual(['jbod', 'data']);
  });
});
