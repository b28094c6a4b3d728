import { annotation, aws, entry, service, template } from '../load-balancer-case';
import type { RuleCase } from '../rule-case';

const users = (networks: string) => `users: { app/networks/ip: ${networks}, app/profile: default }`;
const bound = (spec: string, networks: string, annotations = '') =>
  `${template(annotations, `${spec}ports: [{ port: 9000 }]`)}  configuration: { ${users(networks)} }\n`;

export const clientCases: readonly RuleCase[] = [
  {
    rule: 'load-balancer/hidden-clients',
    fault: 'users of a network behind nodes that hide it',
    bad: bound('', '[203.0.113.0/24]'),
    at: [`${entry}/spec/externalTrafficPolicy`],
    good: bound('externalTrafficPolicy: Local, ', '[203.0.113.0/24]'),
  },
  {
    rule: 'load-balancer/hidden-clients',
    fault: 'one network as text',
    bad: bound('externalTrafficPolicy: Cluster, ', '203.0.113.0/24'),
    at: [`${entry}/spec/externalTrafficPolicy`],
    good: bound('externalTrafficPolicy: Cluster, ', '"::/0"'),
  },
  {
    rule: 'load-balancer/hidden-clients',
    fault: 'targets that are nodes',
    bad: bound('', '[203.0.113.0/24]', `${aws}nlb-target-type: instance`),
    at: [`${entry}/spec/externalTrafficPolicy`],
    good: bound('', '[203.0.113.0/24]', `${aws}nlb-target-type: ip`),
  },
  {
    rule: 'load-balancer/tls-plain-port',
    fault: 'TLS on the plain native port',
    bad: service(`${aws}ssl-cert: arn`, 'ports: [{ port: 9000 }]'),
    at: [annotation(`${aws}ssl-cert`)],
    good: service(`${aws}ssl-cert: arn`, 'ports: [{ port: 9440, targetPort: 9000 }]'),
  },
  {
    rule: 'load-balancer/tls-plain-port',
    fault: 'TLS on several ports, the plain native one among them',
    bad: service(`${aws}ssl-cert: arn, ${aws}ssl-ports: "443, 9000"`, 'ports: [{ port: 9000 }, { port: 443 }]'),
    at: [annotation(`${aws}ssl-cert`)],
    good: service(`${aws}ssl-cert: arn, ${aws}ssl-ports: "443"`, 'ports: [{ port: 9000 }, { port: 443 }]'),
  },
];
