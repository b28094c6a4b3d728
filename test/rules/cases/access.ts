import { files, type RuleCase } from '../rule-case';

const external = (name: string, spec: string) => `
  apiVersion: external-secrets.io/v1
  kind: ExternalSecret
  metadata: { name: ${name}, namespace: analytics }
  spec: ${spec}
`;
const store = '{ secretStoreRef: { name: vault }, target: { name: events-app }, data: [] }';
const generated = (policy: string) =>
  `{ ${policy}, target: { name: events-app }, dataFrom: [{ sourceRef: { generatorRef: { kind: Password, name: p } } }] }`;
const secret = `
  apiVersion: v1
  kind: Secret
  metadata: { name: events-app, namespace: analytics }
`;

/** Failing and passing cases of the rules about credentials. */
export const accessCases: readonly RuleCase[] = [
  {
    rule: 'credentials/provided-twice',
    fault: 'two ExternalSecrets write to one Secret',
    bad: files(external('one', store), external('two', store)),
    at: ['/spec'],
    good: files(external('one', store), external('two', store.replace('events-app', 'events-web'))),
  },
  {
    rule: 'credentials/provided-twice',
    fault: 'a Secret stands beside the ExternalSecret that makes it',
    bad: files(secret, external('events-app', store)),
    at: ['/spec'],
    good: files(secret, external('events-app', store.replace('target: {', 'target: { creationPolicy: Merge,'))),
  },
  {
    rule: 'credentials/new-passwords',
    fault: 'a password is generated anew every hour, as is usual',
    bad: files(external('events-app', generated('refreshInterval: 1h0m0s'))),
    at: ['/spec/dataFrom/0'],
    good: files(external('events-app', generated('refreshPolicy: CreatedOnce'))),
  },
  {
    rule: 'credentials/new-passwords',
    fault: 'nobody said how often',
    bad: files(external('events-app', generated('refreshPolicy: Periodic'))),
    at: ['/spec/dataFrom/0'],
    good: files(external('events-app', generated('refreshInterval: "0"'))),
  },
];
