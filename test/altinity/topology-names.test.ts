import { type Host, topologyOf } from '../../src/altinity/topology';
import { chk, hostsOf, laidOut } from '../support/installations';

describe('names', () => {
  test('everything about one host', () => {
    const [host] = hostsOf(
      laidOut(
        { shardsCount: 1 },
        {
          defaults: { templates: { podTemplate: 'server', dataVolumeClaimTemplate: 'data' } },
          templates: {
            podTemplates: [{ name: 'server', spec: { containers: [{ name: 'clickhouse' }] } }],
            volumeClaimTemplates: [{ name: 'data' }],
          },
        },
      ),
    );
    expect(host).toEqual({
      cluster: 'main',
      shard: '0',
      replica: '0',
      shardIndex: 0,
      replicaIndex: 0,
      index: 0,
      name: '0-0',
      object: 'chi-events-main-0-0',
      service: 'chi-events-main-0-0',
      pod: 'chi-events-main-0-0-0',
      fqdn: 'chi-events-main-0-0.analytics.svc.cluster.local',
      ports: { http: 8123, tcp: 9000, interserver: 9009 },
      secure: false,
      insecure: true,
      podTemplate: 'server',
      dataClaimTemplate: 'data',
      claims: ['data-chi-events-main-0-0-0'],
      templates: { podTemplate: 'server', dataVolumeClaimTemplate: 'data' },
    } satisfies Host);
  });

  test('the installation has a headless service of its own', () => {
    expect(topologyOf(laidOut({})).service).toEqual({
      name: 'clickhouse-events',
      fqdn: 'clickhouse-events.analytics.svc.cluster.local',
    });
  });

  test('a namespace that is left open is default', () => {
    const manifest = { ...laidOut({}), metadata: { name: 'events' } };
    expect(hostsOf(manifest)[0]?.fqdn).toBe('chi-events-main-0-0.default.svc.cluster.local');
  });

  test('a pattern moves the names to another domain', () => {
    const fqdnOf = (namespaceDomainPattern: unknown) => hostsOf(laidOut({}, { namespaceDomainPattern }))[0]?.fqdn;
    expect(fqdnOf('%s.svc.my.test')).toBe('chi-events-main-0-0.analytics.svc.my.test');
    expect(fqdnOf('%s.%s.test')).toBe('chi-events-main-0-0.analytics.svc.cluster.local');
    expect(fqdnOf(7)).toBe('chi-events-main-0-0.analytics.svc.cluster.local');
  });

  test('macros fill the patterns of templates', () => {
    const [, host] = hostsOf(
      laidOut(
        { shards: [{ name: 'hot', replicasCount: 2 }] },
        {
          defaults: { templates: { podTemplate: 'pod', replicaServiceTemplate: 'host' } },
          templates: {
            podTemplates: [{ name: 'pod', generateName: '{chi}-{cluster}-{shard}-{replica}-{hostID}' }],
            serviceTemplates: [{ name: 'host', generateName: 'h-{shardIndex}-{replicaIndex}-{chiScopeIndex}-{host}' }],
          },
        },
      ),
    );
    expect(host).toMatchObject({
      object: 'events-main-hot-1-{hostID}',
      pod: 'events-main-hot-1-{hostID}-0',
      service: 'h-0-1-1-hot-1',
      fqdn: 'h-0-1-1-hot-1.analytics.svc.cluster.local',
    });
  });

  test('macros of a Keeper are named after its own kind', () => {
    const templates = { podTemplates: [{ name: 'pod', generateName: '{chk}-{chi}-{chkScopeIndex}-{chiScopeIndex}' }] };
    const [host] = hostsOf(chk({ defaults: { templates: { podTemplate: 'pod' } }, templates }));
    expect(host?.object).toBe('events-{chi}-0-{chiScopeIndex}');
  });

  test('linked service templates rename services, and make those of clusters and shards', () => {
    const topology = topologyOf(
      laidOut(
        {},
        {
          defaults: {
            templates: {
              serviceTemplate: 'entry',
              serviceTemplates: ['extra'],
              clusterServiceTemplate: 'extra',
              shardServiceTemplate: 'shard',
            },
          },
          templates: {
            serviceTemplates: [
              { name: 'entry' },
              { name: 'extra', generateName: 'extra-{chi}' },
              { name: 'shard', generateName: '{cluster}-{shard}' },
            ],
          },
        },
      ),
    );
    expect(topology.services.map(({ name, template }) => [name, template])).toEqual([
      ['clickhouse-events', 'entry'],
      ['extra-events', 'extra'],
    ]);
    expect(topology.clusters[0]?.service?.name).toBe('extra-events');
    expect(topology.clusters[0]?.shards[0]?.service?.name).toBe('main-0');
  });

  test('one service template that does not exist brings the usual service back', () => {
    const topology = topologyOf(
      laidOut(
        {},
        {
          defaults: { templates: { serviceTemplate: 'entry', serviceTemplates: ['missing'] } },
          templates: { serviceTemplates: [{ name: 'entry', generateName: 'entry' }] },
        },
      ),
    );
    expect(topology.services).toEqual([
      { name: 'clickhouse-events', fqdn: 'clickhouse-events.analytics.svc.cluster.local' },
    ]);
  });
});
