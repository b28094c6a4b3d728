import { chi, type RuleCase } from '../rule-case';

const removed = (...ports: string[]) => ports.map((port) => `${port}: _removed_`).join(', ');
const closed = (settings: string, files = '{}') =>
  chi(`
    configuration:
      clusters: [{ name: main, secure: "yes", insecure: "no" }]
      settings: { ${settings} }
      files: ${files}
  `);
const withFile = (text: string) => chi(`configuration: { files: { tls.xml: ${JSON.stringify(text)} } }`);
const keeper = (secure: string) =>
  chi(`
    configuration:
      clusters: [{ name: main, secure: "yes", insecure: "no" }]
      zookeeper: { nodes: [{ host: keeper, secure: "${secure}" }] }
  `);
const client = (inner: string) => `<clickhouse><openSSL><client>${inner}</client></openSSL></clickhouse>`;
const file = '/spec/configuration/files/tls.xml';

export const tlsCases: readonly RuleCase[] = [
  {
    rule: 'tls/plain-port',
    fault: 'the ports of other protocols stay open',
    bad: closed(removed('http_port', 'tcp_port')),
    at: ['/spec/configuration/clusters/0/insecure'],
    good: closed(removed('http_port', 'tcp_port', 'interserver_http_port', 'mysql_port', 'postgresql_port')),
  },
  {
    rule: 'tls/plain-port',
    fault: 'a file removes one port too few',
    bad: closed(
      removed('http_port', 'tcp_port', 'interserver_http_port', 'mysql_port'),
      '{ a.xml: "<clickhouse></clickhouse>" }',
    ),
    at: ['/spec/configuration/clusters/0/insecure'],
    good: closed(
      removed('http_port', 'tcp_port', 'interserver_http_port', 'mysql_port'),
      '{ a.xml: "<clickhouse><postgresql_port remove=\\"1\\"/></clickhouse>" }',
    ),
  },
  {
    rule: 'tls/not-verified',
    fault: 'settings believe everybody',
    bad: chi('configuration: { settings: { openSSL/client/verificationMode: none } }'),
    at: ['/spec/configuration/settings/openSSL~1client~1verificationMode'],
    good: chi('configuration: { settings: { openSSL/client/verificationMode: strict } }'),
  },
  {
    rule: 'tls/not-verified',
    fault: 'a file accepts what was refused',
    bad: withFile(
      client('<invalidCertificateHandler><name>AcceptCertificateHandler</name></invalidCertificateHandler>'),
    ),
    at: [file],
    good: withFile(client('<verificationMode>strict</verificationMode>')),
  },
  {
    rule: 'tls/plain-key',
    fault: 'a key in a file',
    bad: withFile(`-----BEGIN EC ${'PRIVATE'} KEY-----`),
    at: [file],
    good: withFile('-----BEGIN CERTIFICATE-----'),
  },
  {
    rule: 'tls/plain-keeper',
    fault: 'a plain node in production',
    bad: keeper('no'),
    at: ['/spec/configuration/zookeeper'],
    good: keeper('yes'),
    context: { stage: 'production' },
  },
];
