import { chi, files, type RuleCase } from '../rule-case';

const edgeSettings = 'settings: { protocols/edge_http/type: http, protocols/edge_http/port: 8445 }';
const service = (type: string, port: string, selector = 'clickhouse.altinity.com/chi: events') => `
  apiVersion: v1
  kind: Service
  metadata: { name: events-lb, namespace: analytics }
  spec: { type: ${type}, selector: { ${selector} }, ports: [{ port: 443, ${port} }] }
`;
const template = (type: string) =>
  chi(`
    configuration: { ${edgeSettings} }
    templates: { serviceTemplates: [{ name: entry, spec: { type: ${type}, ports: [{ name: edge, port: 9445 }] } }] }
  `);

const namespace = '{ apiVersion: v1, kind: Namespace, metadata: { name: analytics } }\n';
const headless = (name: string) => `
  apiVersion: v1
  kind: Service
  metadata: { name: ${name}, namespace: analytics }
  spec: { clusterIP: None, selector: { anyhouse.dev/edge: edge } }
`;
const userFrom = (host: string) => chi(`configuration: { users: { app/networks/host: ${host} } }`);

const password = 'password_sha256_hex: abc';
const believing = (users: string, setting = 1) =>
  chi(`configuration: { settings: { auth_use_forwarded_address: ${setting} }, users: { ${users} } }`);
const allPasswords = `default/${password}, app/${password}`;
const policy = (rule: string, selector = 'clickhouse.altinity.com/chi: events') => `
  apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata: { name: events, namespace: analytics }
  spec: { podSelector: { matchLabels: { ${selector} } }, policyTypes: [Ingress], ingress: [${rule}] }
`;
const from = (peer: string, port: string) => `{ from: [{ ${peer} }], ports: [{ port: ${port} }] }`;
const range = 'ipBlock: { cidr: 10.0.0.0/8 }';
const operator = 'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: operator } }, podSelector: {}';

const layer = (type: string) =>
  chi(`configuration: { settings: { protocols/edge_http_proxy/type: ${type}, protocols/edge_http_proxy/port: 8445 } }`);

/** Failing and passing pieces of YAML for rules about gateways. */
export const edgeCases: readonly RuleCase[] = [
  {
    rule: 'edge/bypassed',
    fault: 'a load balancer on the port for HTTP',
    bad: files(service('LoadBalancer', 'targetPort: 8445')),
    at: ['/spec/ports/0'],
    good: files(service('LoadBalancer', 'targetPort: 8443')),
  },
  {
    rule: 'edge/bypassed',
    fault: 'ports of nodes on the native port',
    bad: files(service('NodePort', 'targetPort: 9445')),
    at: ['/spec/ports/0'],
    good: files(service('ClusterIP', 'targetPort: 9445')),
  },
  {
    rule: 'edge/bypassed',
    fault: 'a load balancer that the operator makes',
    bad: template('LoadBalancer'),
    at: ['/spec/templates/serviceTemplates/0/spec/ports/0'],
    good: template('ClusterIP'),
  },
  {
    rule: 'edge/unknown-host',
    fault: 'a gateway that is gone',
    bad: files(namespace, userFrom('[edge-pods.analytics.svc.cluster.local]')),
    at: ['/spec/configuration/users/app~1networks~1host'],
    good: files(namespace, headless('edge-pods'), userFrom('[edge-pods.analytics.svc.cluster.local]')),
  },
  {
    rule: 'edge/unknown-host',
    fault: 'a gateway with another name',
    bad: files(namespace, headless('door-pods'), userFrom('edge-pods.analytics.svc.cluster.local')),
    at: ['/spec/configuration/users/app~1networks~1host'],
    good: files(namespace, userFrom('edge-pods.elsewhere.svc.cluster.local')),
  },
  {
    rule: 'edge/forwarded-http',
    fault: 'a range of clients at the port for HTTP',
    bad: files(believing(allPasswords), policy(from(range, '8123'))),
    at: ['/spec/ingress/0'],
    good: files(believing(allPasswords), policy(from(range, '9000'))),
  },
  {
    rule: 'edge/forwarded-http',
    fault: 'pods of clients at the encrypted one',
    bad: files(believing(allPasswords), policy(from('podSelector: { matchLabels: { role: client } }', '8443'))),
    at: ['/spec/ingress/0'],
    good: files(
      believing(allPasswords),
      policy(
        `${from(operator, '8443')}, ${from('podSelector: { matchLabels: { clickhouse.altinity.com/chi: events } }', '8443')}`,
      ),
    ),
  },
  {
    rule: 'edge/forwarded-http',
    fault: 'a rule for all ports and everybody',
    bad: files(believing(allPasswords), policy('{}')),
    at: ['/spec/ingress/0'],
    good: files(believing(allPasswords, 0), policy('{}')),
  },
  {
    rule: 'edge/forwarded-http',
    fault: 'a policy for all pods of the namespace',
    bad: files(
      believing(allPasswords),
      policy(from(range, '8123')).replace(/podSelector: .*?\}\s*\}/, 'podSelector: {}'),
    ),
    at: ['/spec/ingress/0'],
    good: files(believing(allPasswords), policy(from(range, '8123'), 'anyhouse.dev/edge: edge')),
  },
  {
    rule: 'edge/forwarded-password',
    fault: 'a user without one',
    bad: believing(`default/${password}, app/networks/ip: 10.0.0.0/8`),
    at: ['/spec/configuration/users/app~1networks~1ip'],
    good: believing(allPasswords),
  },
  {
    rule: 'edge/forwarded-password',
    fault: 'the user that the operator adds',
    bad: believing(`app/${password}`),
    at: ['/spec/configuration/settings/auth_use_forwarded_address'],
    good: believing(`app/${password}`, 0),
  },
  {
    rule: 'edge/proxy-version',
    fault: 'a layer for version 2',
    bad: layer('proxy2'),
    at: ['/spec/configuration/settings/protocols~1edge_http_proxy~1type'],
    good: layer('proxy1'),
  },
];
