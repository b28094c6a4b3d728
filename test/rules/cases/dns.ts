import { annotation, service } from '../load-balancer-case';
import { files, type RuleCase } from '../rule-case';

const older = 'external-dns.alpha.kubernetes.io';
const newer = 'external-dns.kubernetes.io';
const both = service(`${older}/hostname: a.example.com, ${newer}/hostname: a.example.com`);

export const dnsCases: readonly RuleCase[] = [
  {
    rule: 'dns/one-prefix',
    fault: 'the old prefix alone',
    bad: service(`${older}/hostname: a.example.com, ${older}/ttl: "60", ${newer}/ttl: "60"`),
    at: [annotation(`${older}/hostname`)],
    good: both,
  },
  {
    rule: 'dns/one-prefix',
    fault: 'the new prefix alone',
    bad: service(`${newer}/hostname: a.example.com`),
    at: [annotation(`${newer}/hostname`)],
    good: service('prometheus.io/scrape: "true"'),
  },
  {
    rule: 'dns/prefixes-differ',
    fault: 'two names',
    bad: service(`${older}/hostname: a.example.com, ${newer}/hostname: b.example.com`),
    at: [annotation(`${newer}/hostname`)],
    good: both,
  },
  {
    rule: 'dns/two-load-balancers',
    fault: 'a wildcard of two gateways',
    bad: files(both, service(`${older}/hostname: "*.example.com, a.example.com"`, 'ports: [{ port: 8443 }]', 'front')),
    at: [annotation(`${older}/hostname`)],
    good: files(both, service(`${older}/hostname: "*.example.com"`, 'ports: [{ port: 8443 }]', 'front')),
  },
];
