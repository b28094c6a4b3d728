import { Environment, Tls } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { eks, messageOf, minikube } from '../support/environments';

const made = (props: object = {}) =>
  Testing.synth(new Environment(new App(), 'analytics', { platform: eks, ...props }))
    .filter(({ apiVersion }: { apiVersion: string }) => apiVersion === 'cert-manager.io/v1')
    .map(({ kind, metadata, spec }) => ({ name: `${kind} ${metadata.name}`, spec }));

test('in production the namespace has an authority of its own, which signs one certificate for all servers', () => {
  expect(made().map(({ name }) => name)).toEqual([
    'Issuer clickhouse-self-signed',
    'Certificate clickhouse-ca',
    'Issuer clickhouse-ca',
    'Certificate clickhouse-tls',
  ]);
  expect(made()[3]?.spec).toMatchObject({
    secretName: 'clickhouse-tls',
    dnsNames: ['*.analytics.svc.cluster.local', '*.analytics.svc', 'localhost'],
    issuerRef: { name: 'clickhouse-ca', kind: 'Issuer' },
    usages: expect.arrayContaining(['server auth', 'client auth']),
  });
});

test('another issuer signs when it is named', () => {
  const issuer = { name: 'company-ca', kind: 'ClusterIssuer' } as const;
  const [only, ...others] = made({ tls: Tls.certManager({ issuer, duration: '720h', renewBefore: '240h' }) });
  expect(others).toEqual([]);
  expect(only?.spec).toMatchObject({ duration: '720h', renewBefore: '240h', issuerRef: issuer });
});

test('Secrets of others, plain text and development ask cert-manager for nothing', () => {
  expect(made({ tls: Tls.secrets() })).toEqual([]);
  expect(made({ tls: Tls.off('a mesh encrypts') })).toEqual([]);
  expect(made({ platform: minikube })).toEqual([]);
  expect(made({ platform: minikube, tls: Tls.certManager() })).toHaveLength(4);
});

test.each([
  [
    () => Tls.off(''),
    `Tls 'off': reason must be text on one line, got "". Fix: write a text without line breaks. [props/type]`,
  ],
  [
    () => Tls.certManager({ duration: '90d' }),
    `Tls 'certManager': duration must be a number of hours, got "90d". Fix: write '2160h' for 90 days. [tls/duration]`,
  ],
  [
    () => Tls.certManager({ renewBefore: '2160h' }),
    `Tls 'certManager': renewBefore must be shorter than the certificate is valid (2160h), got "2160h". Fix: write '720h', or a longer duration. [tls/duration]`,
  ],
  [
    () => Tls.secrets({ server: 'No Name' }),
    expect.stringMatching(/^Tls 'secrets': server must be .*, got "No Name"\./),
  ],
  [
    () => new Environment(new App(), 'analytics', { platform: eks, tls: 'off' as unknown as Tls }),
    `Environment 'analytics': tls must be a Tls, got "off". Fix: write Tls.certManager(), Tls.secrets() or Tls.off('reason'). [props/type]`,
  ],
])('wrong TLS %# says what to write', (run, message) => {
  expect(messageOf(run)).toEqual(message);
});
