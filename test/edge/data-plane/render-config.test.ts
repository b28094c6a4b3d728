import { longestKey, openFilesNeeded, renderConfig } from '../../../src/edge/data-plane/render-config';
import { process } from './support';

const config = renderConfig(process);
const section = (text: string, name: string) => text.split('\n\n').find((part) => part.startsWith(name)) ?? '';

test('no route, range or load balancer stands in the configuration', () => {
  expect(config).not.toMatch(/example|chi-|10\.\d/);
  for (const table of ['routes.map', 'src_class.map', 'src_class_next.map', 'allow.map', 'trusted_lb.lst'])
    expect(config).toContain(table);
});

test('behind load balancers that tell the client nobody else may connect; without them no header is read', () => {
  expect(section(config, 'frontend fe_edge')).toContain('reject unless { src -f trusted_lb.lst }');
  const direct = renderConfig({ ...process, clientAddress: 'direct' });
  expect(direct).not.toContain('trusted_lb');
  expect(section(direct, 'frontend fe_edge')).not.toMatch(/expect-proxy|accept-proxy/);
});

test('TLS is ended only where there is a certificate, behind a socket that only the edge may open', () => {
  expect(section(config, 'frontend fe_term')).toContain(
    'bind unix@/run/edge/tls-https.sock mode 600 name https accept-proxy ssl strict-sni crt /etc/edge-tls/wildcard/tls.crt',
  );
  const plain = renderConfig({ ...process, certificates: [] });
  expect(plain).not.toMatch(/fe_term|be_term|mode -m str term/);
});

test('the client is judged again where TLS ends', () => {
  const rules = (name: string) =>
    section(config, name)
      .split('\n')
      .filter((line) => /allow\.map|routes\.map|src_class/.test(line));
  expect(rules('frontend fe_term')).toEqual(rules('frontend fe_edge'));
  expect(rules('frontend fe_edge')).toHaveLength(1 + 2 * (1 + process.chainDepth));
});

test('an authority has a backend for each header, which verifies names and certificates of every connection', () => {
  for (const [name, header] of [
    ['none', ''],
    ['v1', ' send-proxy'],
    ['v2', ' send-proxy-v2'],
  ]) {
    expect(section(config, `backend be_tls_${name}_production`).split('\n').at(-1)).toBe(
      `  server dyn 0.0.0.0:0${header} ssl verify required ca-file authorities/production.crt sni var(sess.host) verifyhost none.invalid ssl-min-ver TLSv1.2 no-ssl-reuse`,
    );
  }
  const { file } = process.authorities[0] ?? { file: '?' };
  expect(config).not.toContain(file);
  expect(renderConfig({ ...process, authorities: [] })).not.toMatch(/be_tls|ca-file/);
});

test('each backend of a route is chosen by a condition of its own', () => {
  for (const name of ['frontend fe_edge', 'frontend fe_term'])
    expect(
      section(config, name),
    ).toContain(`  use_backend be_tcp_%[var(sess.proxy)] if { var(sess.authority) -m str -- - }
  use_backend be_tls_%[var(sess.proxy)]_%[var(sess.authority)] unless { var(sess.authority) -m str -- - }
  default_backend be_refused_other`);
});

test('the days of certificates are servers, which say the most while nobody has looked', () => {
  expect(section(config, 'backend be_certificates')).toBe(
    'backend be_certificates\n  server wildcard 0.0.0.0:0 weight 256',
  );
  expect(renderConfig({ ...process, certificates: [] })).not.toContain('be_certificates');
});

test('the description is a hash of all the rest', () => {
  const description = (text: string) => /^ {2}description ([0-9a-f]{16})$/m.exec(text)?.[1];
  expect(description(config)).toBeDefined();
  expect(description(renderConfig({ ...process }))).toBe(description(config));
  expect(description(renderConfig({ ...process, drainSeconds: 281 }))).not.toBe(description(config));
});

test('the table of limits holds the longest key that can be', () => {
  expect(longestKey).toBe('native/'.length + 253);
  expect(config).toContain(`type string len ${longestKey + 1} `);
});

test('connections of clients leave room for health checks, and twice the room where TLS ends', () => {
  expect(config).toContain('\n  maxconn 8000\n');
  expect(section(config, 'global')).toContain('maxconn 16100');
  expect(openFilesNeeded(process)).toBe(32_400);
  expect(openFilesNeeded({ ...process, certificates: [] })).toBe(16_400);
});

test('HAProxy listens on the addresses of a family', () => {
  const binds = (family: 'ipv4' | 'ipv6' | 'dual') =>
    renderConfig({ ...process, family }).match(/bind \S*:8443.*/)?.[0];
  expect(binds('ipv4')).toBe('bind 0.0.0.0:8443 name https');
  expect(binds('ipv6')).toBe('bind :::8443 v6only name https');
  expect(binds('dual')).toBe('bind :::8443 v4v6 name https');
  expect(renderConfig({ ...process, family: 'ipv6' })).toContain('do-resolve(sess.ip,cluster,ipv6)');
});

test('lines are short enough for HAProxy, which reads 64 words', () => {
  for (const line of config.split('\n')) expect(line.split(/\s+/).length).toBeLessThan(64);
});
