import { chi, hostsOf } from '../support/installations';

describe('ports', () => {
  const portsOf = (cluster: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
    hostsOf(
      chi({ ...rest, configuration: { clusters: [{ name: 'main', ...cluster }], ...record(rest.configuration) } }),
    ).map(({ ports }) => ports);
  const record = (value: unknown) => (value ?? {}) as Record<string, unknown>;

  test('secure opens the encrypted ones, insecure closes the plain ones', () => {
    expect(portsOf({ secure: 'yes' })[0]).toEqual({
      http: 8123,
      tcp: 9000,
      https: 8443,
      tcpSecure: 9440,
      interserver: 9009,
    });
    expect(portsOf({ secure: 'On', insecure: 'no' })[0]).toEqual({ https: 8443, tcpSecure: 9440, interserver: 9009 });
    expect(portsOf({ secure: true, insecure: false })[0]).toEqual({ https: 8443, tcpSecure: 9440, interserver: 9009 });
  });

  test('a host decides for itself', () => {
    const layout = { shards: [{ replicas: [{ secure: 'yes', insecure: 'no', tlsPort: 9441 }, {}] }] };
    expect(portsOf({ layout })).toEqual([
      { https: 8443, tcpSecure: 9441, interserver: 9009 },
      { http: 8123, tcp: 9000, interserver: 9009 },
    ]);
  });

  test('settings give ports, the nearest first', () => {
    const layout = {
      shards: [{ settings: { '/tcp_port/': '9001' }, replicas: [{ settings: { http_port: 8124 } }, {}] }],
    };
    const configuration = { settings: { http_port: 8125, tcp_port: 9002 } };
    expect(portsOf({ layout, settings: { https_port: 8444 } }, { configuration })).toEqual([
      { http: 8124, tcp: 9001, https: 8444, interserver: 9009 },
      { http: 8125, tcp: 9001, https: 8444, interserver: 9009 },
    ]);
  });

  test('a host template gives ports before settings do', () => {
    const rest = {
      defaults: { templates: { hostTemplate: 'ports' } },
      configuration: { settings: { tcp_port: 9002 } },
      templates: { hostTemplates: [{ name: 'ports', spec: { tcpPort: 9100, secure: 'yes' } }] },
    };
    expect(portsOf({}, rest)[0]).toMatchObject({ tcp: 9100, tcpSecure: 9440 });
  });

  test('ports can count up over the hosts of a cluster', () => {
    const rest = {
      defaults: { templates: { hostTemplate: 'ports' } },
      templates: {
        hostTemplates: [{ name: 'ports', portDistribution: [{ type: 'ClusterScopeIndex' }], spec: { tcpPort: 9100 } }],
      },
    };
    expect(portsOf({ layout: { shardsCount: 2 } }, rest)).toEqual([
      { http: 8123, tcp: 9100, https: 8443, tcpSecure: 9440, interserver: 9009 },
      { http: 8124, tcp: 9101, https: 8444, tcpSecure: 9441, interserver: 9010 },
    ]);
  });

  test('pods in the network of their node count up on their own', () => {
    const rest = {
      defaults: { templates: { podTemplate: 'host' } },
      templates: { podTemplates: [{ name: 'host', spec: { hostNetwork: true } }] },
    };
    expect(portsOf({ layout: { replicasCount: 2 } }, rest).map(({ http }) => http)).toEqual([8123, 8124]);
  });
});
