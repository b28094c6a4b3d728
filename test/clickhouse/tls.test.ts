import { ClickHouseCluster, type ClickHouseClusterProps, Environment, Exposure, Keeper, Operator, Tls } from 'anyhouse';
import { App } from 'cdk8s';
import { checkProgram } from '../../src/checks/synth';
import { at, list, record } from '../../src/kubernetes/manifest';
import { eks, environment, messageOf, objectOf, objectsOf } from '../support/environments';

const encrypted = (props = {}) => environment({ tls: Tls.certManager(), ...props });
const everything = (props: Partial<ClickHouseClusterProps> = {}, place = encrypted()) =>
  new ClickHouseCluster(place, 'events', {
    replication: { replicas: 2, keeper: new Keeper(place, 'keeper') },
    storage: { size: '1Gi' },
    users: { app: { networks: ['10.0.0.0/8'] } },
    ...props,
  });
const chi = (made: ClickHouseCluster) => objectOf(made, 'ClickHouseInstallation');
const configuration = (object: object) => record(at(object, 'spec', 'configuration'));

test('plain ports are closed wherever one could be open', () => {
  const installation = chi(everything());
  expect(list(configuration(installation).clusters)[0]).toMatchObject({ insecure: 'no', secure: 'yes' });
  const settings = record(configuration(installation).settings);
  const ports = Object.entries(settings).filter(([name]) => /_port(_secure)?$/.test(name));
  expect(Object.fromEntries(ports)).toEqual({
    http_port: '_removed_',
    https_port: 8443,
    interserver_http_port: '_removed_',
    interserver_https_port: 9009,
    mysql_port: '_removed_',
    postgresql_port: '_removed_',
    tcp_port: '_removed_',
    tcp_port_secure: 9440,
  });
  expect(settings).toMatchObject({
    'openSSL/client/verificationMode': 'strict',
    'openSSL/client/caConfig': '/etc/clickhouse-server/tls/ca.crt',
    'openSSL/server/certificateFile': '/etc/clickhouse-server/tls/tls.crt',
  });
});

test('no policy, Service or port of a Keeper is left for plain text', () => {
  const text = JSON.stringify(objectsOf(everything({ exposure: Exposure.internal({ replicas: 'each' }) })));
  expect(text).not.toMatch(/"port":(8123|9000|2181|9004|9005)\b/);
});

test('names are full ones, which the certificate is for', () => {
  const installation = chi(everything());
  expect(at(installation, 'spec', 'defaults', 'replicasUseFQDN')).toBe('yes');
  expect(list(at(configuration(installation), 'zookeeper', 'nodes'))).toEqual(
    [0, 1, 2].map((member) => ({
      host: `chk-keeper-main-0-${member}.analytics.svc.cluster.local`,
      port: 2281,
      secure: 'yes',
    })),
  );
});

test('Keeper encrypts for clients and among its members', () => {
  const keeper = objectOf(everything(), 'ClickHouseKeeperInstallation');
  expect(list(configuration(keeper).clusters)[0]).toMatchObject({ insecure: 'no', secure: 'yes' });
  expect(configuration(keeper).settings).toMatchObject({
    'keeper_server/raft_configuration/secure': 'true',
    'openSSL/server/certificateFile': '/etc/clickhouse-keeper/tls/tls.crt',
  });
  const [template] = list(at(keeper, 'spec', 'templates', 'podTemplates'));
  expect(at(list(at(template, 'spec', 'containers'))[0], 'livenessProbe', 'tcpSocket')).toEqual({ port: 2281 });
});

test('with an operator that cannot close the plain port of Keeper, it stays open, and only it', () => {
  const place = encrypted({ operator: Operator.existing({ version: '0.26.3' }) });
  const made = everything({}, place);
  expect(JSON.stringify(objectOf(made, 'ClickHouseKeeperInstallation'))).not.toMatch(/secure|openSSL|tls/);
  expect(list(at(configuration(chi(made)), 'zookeeper', 'nodes'))[0]).toEqual({
    host: 'chk-keeper-main-0-0',
    port: 2181,
  });
  expect(configuration(chi(made)).settings).toMatchObject({ tcp_port: '_removed_' });
});

test('certificates are a directory, from one volume, so that they are renewed together', () => {
  const made = everything({
    exposure: Exposure.internal({ hostname: 'events.example.com' }),
    publicCertificate: { secret: 'wildcard' },
  });
  const [template] = list(at(chi(made), 'spec', 'templates', 'podTemplates'));
  const [container] = list(at(template, 'spec', 'containers'));
  expect(at(container, 'volumeMounts')).toEqual([
    { name: 'tls', mountPath: '/etc/clickhouse-server/tls', readOnly: true },
  ]);
  const sources = list(at(list(at(template, 'spec', 'volumes'))[0], 'projected', 'sources'));
  expect(sources.map((source) => at(source, 'secret', 'name'))).toEqual(['clickhouse-tls', 'wildcard']);
});

test('object storage is believed by its public authority, and nobody else is', () => {
  expect(configuration(chi(everything())).settings).toMatchObject({ 'openSSL/client/loadDefaultCAFile': 'false' });
});

test('clients get encrypted endpoints, and the authority to believe them by', () => {
  const made = everything();
  expect(made.endpoints.http.url).toBe('https://clickhouse-events.analytics.svc.cluster.local:8443');
  expect(made.endpoints.native.url).toBe('clickhouse://clickhouse-events.analytics.svc.cluster.local:9440?secure=true');
  expect(made.certificateAuthority).toEqual({ name: 'clickhouse-tls', key: 'ca.crt' });
  expect(made.connectionEnv('app').slice(-2)).toEqual([
    { name: 'CLICKHOUSE_SECURE', value: 'true' },
    { name: 'CLICKHOUSE_CA', valueFrom: { secretKeyRef: { name: 'clickhouse-tls', key: 'ca.crt' } } },
  ]);
});

test('the name that a cluster is exposed under is on the certificate of the servers', () => {
  const made = everything({ exposure: Exposure.internal({ hostname: 'events.example.com' }) });
  expect(at(objectOf(made, 'Certificate', 'clickhouse-tls'), 'spec', 'dnsNames')).toContain('events.example.com');
});

test('a public certificate has layers, a Service and a name of its own, and the way in inside stays', () => {
  const made = everything({
    exposure: Exposure.internal({ hostname: 'events.example.com' }),
    publicCertificate: { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } },
  });
  expect(at(objectOf(made, 'Certificate', 'clickhouse-tls'), 'spec', 'dnsNames')).not.toContain('events.example.com');
  expect(at(objectOf(made, 'Certificate', 'events-public-tls'), 'spec')).toMatchObject({
    dnsNames: ['events.example.com'],
    issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
  });
  expect(configuration(chi(made)).settings).toMatchObject({
    'protocols/public_https/type': 'tls',
    'protocols/public_https/impl': 'public_http',
    'protocols/public_https/port': 8444,
    'protocols/public_https/certificateFile': '/etc/clickhouse-server/tls/public.crt',
    'protocols/public_native/port': 9441,
  });
  expect(at(chi(made), 'spec', 'defaults', 'templates', 'serviceTemplates')).toEqual(['entry', 'public']);
  const [entry, outside] = list(at(chi(made), 'spec', 'templates', 'serviceTemplates'));
  expect(at(entry, 'spec', 'type')).toBe('ClusterIP');
  expect(at(outside, 'spec')).toMatchObject({
    type: 'LoadBalancer',
    ports: [
      { port: 8443, targetPort: 8444 },
      { port: 9440, targetPort: 9441 },
    ],
  });
  expect(made.endpoints.http.host).toBe('clickhouse-events.analytics.svc.cluster.local');
});

test('what is emitted breaks no rule about TLS', () => {
  const app = new App();
  const place = new Environment(app, 'analytics', { platform: eks });
  everything(
    { exposure: Exposure.internal({ hostname: 'events.example.com' }), publicCertificate: { secret: 'wildcard' } },
    place,
  );
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(
    checkProgram(app)
      .findings.map(({ rule }) => rule.id)
      .filter((id) => /tls|services/.test(id)),
  ).toEqual([]);
});

test.each([
  [
    { publicCertificate: { secret: 'wildcard' } },
    `Cluster 'analytics/events': publicCertificate must be left out where nobody connects from outside, got {"secret":"wildcard"}. Fix: write exposure, too, or remove it. [tls/public-certificate]`,
  ],
  [
    { exposure: Exposure.internal(), publicCertificate: { issuer: { name: 'letsencrypt' } } },
    `Cluster 'analytics/events': publicCertificate.hostnames must name the hosts, because exposure.hostname does not, got nothing. Fix: write exposure: Exposure.internal({ hostname: 'events.example.com' }). [tls/public-certificate]`,
  ],
  [
    { exposure: Exposure.internal(), publicCertificate: {} as never },
    `Cluster 'analytics/events': publicCertificate.issuer must name a Secret or an issuer, got nothing. Fix: write { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } }. [props/required]`,
  ],
])('a public certificate that nobody would see or sign is refused: %#', (props, message) => {
  expect(messageOf(() => everything(props))).toBe(message);
});

test('a shared Keeper with TLS is refused, because nobody would create the root', () => {
  const app = new App();
  const keeper = new Keeper(new Environment(app, 'shared', { platform: eks }), 'keeper');
  const team = new Environment(app, 'team', { platform: eks });
  expect(messageOf(() => everything({ replication: { replicas: 2, keeper } }, team))).toBe(
    "Cluster 'team/events': replication.keeper must be one without TLS, because the operator cannot create the root /team/events through an encrypted port, got Keeper 'shared/keeper'. Fix: give this namespace a Keeper of its own and no root, or the environment of the shared one tls: Tls.off('reason'). [tls/keeper-root]",
  );
});

test('a Keeper with TLS is refused where servers know no authority', () => {
  const nodes = Keeper.fromNodes([{ host: 'keeper.example.com', port: 2281, secure: true }]);
  const props = { replication: { replicas: 2, keeper: nodes } } as const;
  expect(messageOf(() => everything(props, environment()))).toMatch(/knows no authority.*\[tls\/keeper-authority\]/);
  expect(messageOf(() => everything(props))).toBe(
    "Cluster 'analytics/events': replication.root must be a path that exists in this Keeper, because the operator cannot create it through an encrypted port, got nothing. Fix: create /analytics/events there and write root: '/analytics/events'. [tls/keeper-root]",
  );
  const rooted = { replication: { ...props.replication, root: '/events' } };
  expect(list(at(configuration(chi(everything(rooted))), 'zookeeper', 'nodes'))[0]).toEqual({
    host: 'keeper.example.com',
    port: 2281,
    secure: 'yes',
  });
});
