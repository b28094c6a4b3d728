import { chi, chk, type RuleCase } from '../rule-case';

const users = (text: string) => chi(`configuration: { users: { ${text} } }`);
const at = (key: string) => `/spec/configuration/users/${key.replaceAll('/', '~1')}`;
const fromSecret = (name = 'events-app', key = 'hash') =>
  `{ valueFrom: { secretKeyRef: { name: '${name}', key: '${key}' } } }`;
const two = 'layout: { shardsCount: 2 }';
const cluster = (text: string) => chi(`configuration: { clusters: [{ name: main, ${text} }] }`);
const secret = '/spec/configuration/clusters/0/secret';
const operator = (version: string) => ({ operator: { version, namespace: 'operators', watches: ['.*'] } });
const settings = (text: string) => chi(`configuration: { settings: { ${text} } }`);
const setting = (key: string) => `/spec/configuration/settings/${key.replaceAll('/', '~1')}`;
const files = (text: string) => chi(`configuration: { files: { ${text} } }`);
const file = (key: string) => `/spec/configuration/files/${key.replaceAll('/', '~1')}`;

export const userCases: readonly RuleCase[] = [
  {
    rule: 'users/no-password',
    fault: 'a user without one',
    bad: users('app/profile: default'),
    at: [at('app/profile')],
    good: users(
      `app/password_sha256_hex: ${fromSecret()}, default/profile: default, "{clickhouseOperatorUser}/profile": a`,
    ),
  },
  {
    rule: 'users/no-password',
    fault: 'an empty one',
    bad: users('app/password: ""'),
    at: [at('app/password')],
    good: users('app/ssl_certificates/common_name: app'),
  },
  {
    rule: 'users/several-passwords',
    fault: 'a hash and a plain one',
    bad: users(`app/password: secret, app/password_sha256_hex: ${fromSecret()}`),
    at: [at('app/password')],
    good: users('app/password: secret, web/password: secret'),
  },
  {
    rule: 'users/plain-password',
    fault: 'a password in the open',
    bad: users('app/password: secret'),
    at: [at('app/password')],
    good: users(`app/password: ${fromSecret()}`),
  },
  {
    rule: 'users/password-hash',
    fault: 'a password in place of its hash',
    bad: users('app/password_sha256_hex: secret'),
    at: [at('app/password_sha256_hex')],
    good: users(`app/password_sha256_hex: '${'0'.repeat(64)}', web/password_double_sha1_hex: '${'f'.repeat(40)}'`),
  },
  {
    rule: 'users/secret-syntax',
    fault: 'the old way to name a Secret',
    bad: users('app/k8s_secret_password: events/app/password'),
    at: [at('app/k8s_secret_password')],
    good: users(`app/password: ${fromSecret()}`),
  },
  {
    rule: 'users/secret-syntax-removed',
    fault: 'the old way with an operator that refuses it',
    context: operator('0.27.4'),
    bad: users('app/k8s_secret_env_password: app/password'),
    at: [at('app/k8s_secret_env_password')],
    good: users(`app/password: ${fromSecret()}`),
  },
  {
    rule: 'users/default-needs-secret',
    fault: 'a password of default, two hosts, no secret',
    bad: chi(`configuration: { users: { default/password: secret }, clusters: [{ name: main, ${two} }] }`),
    at: [at('default/password')],
    good: chi(
      `configuration: { users: { default/password: secret }, clusters: [{ name: main, secret: { auto: "yes" }, ${two} }] }`,
    ),
  },
  {
    rule: 'users/networks',
    fault: 'a user without networks',
    bad: users('app/profile: default'),
    at: [at('app/profile')],
    good: users('app/networks/ip: 10.0.0.0/8'),
  },
  {
    rule: 'users/open-network',
    fault: 'every address',
    bad: users('app/networks/ip: [10.0.0.0/8, "::/0"], web/networks/ip: 0.0.0.0/0'),
    at: [at('app/networks/ip'), at('web/networks/ip')],
    good: users('app/networks/ip: ["::1", 10.0.0.0/8]'),
  },
  {
    rule: 'users/mixed-rights',
    fault: 'grants and access management',
    bad: users('app/grants/query: GRANT SELECT ON a.*, app/access_management: 1'),
    at: [at('app/access_management')],
    good: users('app/grants/query: GRANT SELECT ON a.*, app/access_management: 0'),
  },
];

export const secretCases: readonly RuleCase[] = [
  {
    rule: 'cluster/no-secret',
    fault: 'two hosts',
    bad: cluster(two),
    at: ['/spec/configuration/clusters/0'],
    good: cluster('layout: { shardsCount: 1 }'),
  },
  {
    rule: 'cluster/secret-sources',
    fault: 'two sources',
    bad: cluster('secret: { auto: "yes", value: a }'),
    at: [secret],
    good: cluster('secret: { auto: "no", value: a }'),
  },
  {
    rule: 'cluster/secret-sources',
    fault: 'no source',
    bad: cluster('secret: { auto: "no" }'),
    at: [secret],
    good: cluster('secret: { auto: "True" }'),
  },
  {
    rule: 'cluster/secret-plain',
    fault: 'a secret in the open',
    bad: cluster('secret: { value: a }'),
    at: [`${secret}/value`],
    good: cluster(`secret: ${fromSecret()}`),
  },
  {
    rule: 'cluster/secrets-differ',
    fault: 'two clusters, each with a generated one',
    bad: chi(
      'configuration: { clusters: [{ name: a, secret: { auto: "yes" } }, { name: b, secret: { auto: "yes" } }] }',
    ),
    at: ['/spec/configuration/clusters/1/secret'],
    good: chi(
      `configuration: { clusters: [{ name: a, secret: ${fromSecret()} }, { name: b, secret: ${fromSecret()} }, { name: c, secret: { value: a } }] }`,
    ),
  },
  {
    rule: 'secrets/reference',
    fault: 'an invalid name and an empty key',
    bad: users(`app/password: ${fromSecret('Events', '')}`),
    at: ['name', 'key'].map((field) => `${at('app/password')}/valueFrom/secretKeyRef/${field}`),
    good: users(`app/password: ${fromSecret()}`),
  },
  {
    rule: 'secrets/reference',
    fault: 'the secret of a cluster without a key',
    bad: cluster('secret: { valueFrom: { secretKeyRef: { name: a } } }'),
    at: [`${secret}/valueFrom/secretKeyRef`],
    good: cluster(`secret: ${fromSecret()}`),
  },
];

export const settingCases: readonly RuleCase[] = [
  {
    rule: 'settings/key',
    fault: 'a digit, an @, a space',
    bad: settings('"1a": 1, "logger/@level": 1, "a b": 1'),
    at: [setting('1a'), setting('logger/@level'), setting('a b')],
    good: settings('/logger//level/: trace, _a-b.c: 1'),
  },
  {
    rule: 'settings/key',
    fault: 'a user whose name is no element',
    bad: users('"app@example.com/profile": default'),
    at: [at('app@example.com/profile')],
    good: users('"{chi}-app/profile": default'),
  },
  {
    rule: 'settings/key',
    fault: 'settings of a Keeper',
    bad: chk('configuration: { settings: { "": a } }'),
    at: [setting('')],
    good: chk('configuration: { settings: { logger/level: trace } }'),
  },
  {
    rule: 'settings/duplicate',
    fault: 'one key with more slashes',
    bad: settings('logger/level: trace, /logger//level: error'),
    at: [setting('/logger//level')],
    good: settings('logger/level: trace, logger/size: 1'),
  },
  {
    rule: 'settings/xml',
    fault: 'a bare < before 0.27.2',
    context: operator('0.27.1'),
    bad: settings('a: "x < y", b: ["p & q"]'),
    at: [setting('a'), setting('b')],
    good: settings('a: "x &lt; y", b: ["p &amp; q"]'),
  },
  {
    rule: 'settings/xml',
    fault: 'an escaped < from 0.27.2 on',
    context: operator('0.27.2'),
    bad: settings('a: "x &lt; y"'),
    at: [setting('a')],
    good: settings('a: "x < y & z"'),
  },
  {
    rule: 'files/key',
    fault: 'a folder of another name',
    bad: files('conf/a.xml: a'),
    at: [file('conf/a.xml')],
    good: files('a.xml: a, config.d/b.xml: b, "{hosts}/c.xml": c, USERS.D/d.xml: d'),
  },
  {
    rule: 'files/key',
    fault: 'a folder inside of a folder',
    bad: files('config.d/tls/a.xml: a'),
    at: [file('config.d/tls/a.xml')],
    good: files(`config.d/tls/a.crt: ${fromSecret()}`),
  },
  {
    rule: 'files/key',
    fault: 'users below a cluster',
    bad: chi('configuration: { clusters: [{ name: main, files: { users.d/a.xml: a } }] }'),
    at: ['/spec/configuration/clusters/0/files/users.d~1a.xml'],
    good: chi('configuration: { clusters: [{ name: main, files: { conf.d/a.xml: a } }] }'),
  },
  {
    rule: 'files/collision',
    fault: 'one file with and without its prefix',
    bad: files('a.xml: a, config.d/a.xml: b'),
    at: [file('config.d/a.xml')],
    good: files('a.xml: a, users.d/a.xml: b'),
  },
  {
    rule: 'files/collision',
    fault: 'two files whose volumes have one name',
    bad: files(`a.crt: ${fromSecret()}, acrt: ${fromSecret()}`),
    at: [file('acrt')],
    good: files(`a.crt: ${fromSecret()}, a.key: ${fromSecret()}`),
  },
];
