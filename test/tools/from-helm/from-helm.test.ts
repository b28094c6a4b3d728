import { describeNotMapped } from '../../../src/tools/from-helm/draft';
import { convertValues } from '../../../src/tools/from-helm/from-helm';
import type { FromHelmFlags } from '../../../src/tools/from-helm/place';
import { only, runProgram } from './programs';

jest.setTimeout(60_000);

const convert = (values: string, flags?: FromHelmFlags) => {
  const { notMapped, ...others } = convertValues(values, 'values.yaml', flags);
  return { ...others, notMapped: notMapped.map(describeNotMapped) };
};

/** The installation that the program of some values makes. */
const installation = (values: string, flags?: FromHelmFlags) =>
  only(runProgram(convert(values, flags).program), 'ClickHouseInstallation') as unknown as {
    readonly metadata: { readonly name: string };
    readonly spec: {
      readonly configuration: { readonly users: Record<string, unknown> } & Record<string, unknown>;
    } & Record<string, unknown>;
  };

const production = `
operator: { enabled: false }
clickhouse:
  antiAffinity: true
  shardsCount: 2
  zones: [eu-west-1a, eu-west-1b]
  defaultUser: { password_secret_name: admin-password, allowExternalAccess: true }
  persistence: { size: 200G, storageClass: gp3, logs: { enabled: true, size: 5Gi } }
  resources: { requests: { cpu: 4, memory: 16Gi }, limits: { memory: 32Gi } }
  nodeSelector: { dedicated: clickhouse }
  tolerations: [{ key: dedicated, operator: Equal, value: clickhouse, effect: NoSchedule }]
  lbService:
    enabled: true
    loadBalancerSourceRanges: [203.0.113.7, 198.51.100.0/24]
    serviceAnnotations: { service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing }
  serviceAccount: { create: true, annotations: { eks.amazonaws.com/role-arn: 'arn:aws:iam::123456789012:role/ch' } }
  imagePullSecrets: [{ name: registry }]
  users:
    - name: app
      hostIP: [10.1.2.3/8, '192.168.1.1']
      password_secret_name: app-password
      profile: web
      grants: [GRANT SELECT ON events.*]
      settings: { max_memory_usage: '10', quota: default }
    - { name: reports }
  profiles: { web: { max_memory_usage: '40000000000', readonly: '1', log_queries: '1', load_balancing: in_order } }
  settings:
    max_concurrent_queries: 500
    logger/level: error
    logger/console: 'true'
    merge_tree/parts_to_throw_insert: '600'
    prometheus/port: 9363
    query_log/ttl: event_date + INTERVAL 7 DAY DELETE
    made_up_setting: '1'
keeper: { enabled: true, zoneSpread: true }
`;

test('a cluster in production becomes the program that a person would write', () => {
  const { program, notMapped } = convert(production, { release: 'prod' });
  expect(program).toMatchSnapshot();
  expect(notMapped).toEqual([
    'clickhouse.users[0].settings.max_memory_usage: ClickHouse does not read settings under a user, so this one had no effect. Put it into a profile, and name that in the profile of the user.',
  ]);
});

test('the program makes what the values said', () => {
  const { metadata, spec } = installation(production, { release: 'prod' });
  expect(metadata.name).toBe('prod-clickhouse-v2');
  expect(spec.configuration).toMatchObject({
    profiles: {
      'web/max_memory_usage': 40_000_000_000,
      'web/readonly': 1,
      'web/log_queries': 1,
      'web/load_balancing': 'in_order',
    },
    settings: {
      max_concurrent_queries: 500,
      'logger/level': 'error',
      'logger/console': 1,
      'merge_tree/parts_to_throw_insert': 600,
      'prometheus/port': 9363,
      'query_log/ttl': 'event_date + INTERVAL 7 DAY DELETE',
      made_up_setting: '1',
    },
    users: {
      'admin/networks/ip': ['127.0.0.1/32', '::1/128', '0.0.0.0/0'],
      'app/grants/query': ['GRANT SELECT ON events.*'],
      'app/networks/ip': ['10.0.0.0/8', '192.168.1.1/32'],
      'app/profile': 'web',
    },
  });
});

describe('passwords', () => {
  const words = [
    'hunter2-plain',
    'hunter3-cluster',
    'aa11bb22cc33',
    'hunter4-setting',
    'hunter5-url',
    'hunter6-xml',
    'hunter7-file',
    'hunter8-interserver',
  ];
  const [plain, cluster, hash, setting, url, xml, file, interserver] = words;
  const values = `
clickhouse:
  defaultUser: { password: ${plain} }
  clusterSecret: { enabled: true, auto: false, value: ${cluster} }
  users: [{ name: app, password_sha256_hex: ${hash}, settings: { password: ${setting} }, password: ${setting} }]
  settings:
    s3/endpoint: https://key:${url}@bucket.example.com
    interserver_http_credentials/password: ${interserver}
    azure/account_key: ${setting}
  profiles: { web: { s3_secret: ${setting} } }
  extraUsers: <clickhouse><users><x><password>${xml}</password></x></users></clickhouse>
  configurationFiles: { config.d/x.xml: ${file} }
`;

  test('are never copied, whatever holds them', () => {
    const { program, notMapped } = convert(values);
    expect(words.filter((word) => program.includes(word ?? '') || notMapped.join().includes(word ?? ''))).toEqual([]);
    expect(program).toContain('// - User admin takes the place of');
    expect(program).toContain('the one in the values is not copied.');
  });

  test('come from Secrets, one for each user', () => {
    const { users } = installation(values).spec.configuration;
    expect(users['admin/password_sha256_hex']).toEqual({
      valueFrom: { secretKeyRef: { name: 'clickhouse-v2-admin', key: 'password_sha256_hex' } },
    });
    expect(users['app/password_sha256_hex']).toEqual({
      valueFrom: { secretKeyRef: { name: 'clickhouse-v2-app', key: 'password_sha256_hex' } },
    });
  });

  test('are not told in errors', () => {
    expect(() => convert('clickhouse: { defaultUser: { password: 12345678 } }')).toThrow(
      new Error(
        'values.yaml:1: clickhouse.defaultUser.password must be text, got a number; the chart refuses it, too. Fix: put it in quotes.',
      ),
    );
  });
});

describe('what others write cannot become code', () => {
  const hostile = [
    "'); process.exit(1); ('",
    '*/ process.exit(1); /*',
    '\u2028process.exit(1);\u2028//',
    '\n@ts-nocheck\nprocess.exit(1)\n',
    ['`$', '{process.exit(1)}`'].join(''),
    '\\',
    '\u202Eevil',
    '__proto__',
    'constructor',
    '"]: 1, ...process, ["',
  ];

  test.each(hostile)('%j in every place', (text) => {
    const values = JSON.stringify({
      fullnameOverride: text,
      [text]: text,
      clickhouse: {
        [text]: { [text]: text },
        users: [
          { name: text, hostIP: text, profile: text, grants: [text], [text]: text },
          { name: 'app', grants: [text], settings: { [text]: text } },
        ],
        profiles: { [text]: { [text]: text }, web: { [text]: text, max_threads: text } },
        settings: {
          [text]: text,
          [`logger/${text}`]: text,
          display_name: text,
          timezone: text,
          http_handlers: { [text]: text },
        },
        nodeSelector: { [text]: text },
        tolerations: [{ key: text, effect: text, value: text }],
        image: { tag: text },
        persistence: { size: text, storageClass: text },
        lbService: { enabled: true, loadBalancerSourceRanges: [text], serviceAnnotations: { [text]: text } },
        serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': text, [text]: text } },
        imagePullSecrets: [{ name: text }, text],
        resources: { requests: { cpu: text, memory: text, [text]: text }, [text]: text },
      },
      keeper: { enabled: true, image: text, localStorage: { storageClass: text }, nodeSelector: { [text]: text } },
      operator: { [text]: text },
    });
    const { program } = convert(values);
    expect(program).not.toMatch(/[\u2028\u2029\u202e]|^\s*\/\/.*@ts-/m);
    const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('the text of a value was run');
    });
    expect(only(runProgram(program), 'ClickHouseInstallation').metadata.name).toMatch(/-v2$/);
    exit.mockRestore();
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

test.each([
  ['an empty file', ''],
  ['a file with remarks only', '# nothing\n---\n'],
  ['sections with nothing in them', 'clickhouse:\nkeeper:\noperator:\n'],
])('%s makes what the chart makes by default', (_, values) => {
  expect(convert(values).program).toBe(convert('{}').program);
});

test('anchors and merged maps are read', () => {
  const { program } = convert(
    'x: &size { size: 30Gi }\nclickhouse: { persistence: *size }\nkeeper: { enabled: true, localStorage: { <<: *size } }\n',
  );
  expect(program).toContain("storage: { size: '30Gi' }");
  expect(program).toContain("storage: '30Gi'");
});

test('what is null is empty, as in Helm', () => {
  const { program } = convert('clickhouse: { image: { tag: null }, users: null, persistence: { storageClass: null } }');
  expect(program).toContain("image: 'altinity/clickhouse-server:25.3.6.10034'");
});

test('what the constructs would refuse is taken out and told', () => {
  const { notMapped } = convert(`
clickhouse:
  shardsCount: 5000
  image: { tag: latest }
  users: [{ name: App }, { name: admin }, { name: app, hostIP: office.example.com, profile: none }, { name: app }]
  persistence: { size: plenty }
  settings: { max_concurent_queries: 1, http_port: 80, logger: { level: loud } }
  profiles: { web: { max_threads: many } }
keeper: { enabled: true, replicaCount: 2 }
`);
  expect(notMapped).toMatchSnapshot();
});

test('sections that are not known go through as a whole', () => {
  const { program } = convert('clickhouse: { settings: { my/a: 1, my/b/c: two, my/b/d: 3, merge_tree/made_up: 4 } }');
  expect(program).toContain(`  settings: {
    merge_tree: {
      // Not known to anyhouse, and let through as it is.
      ...allowUnknown({ made_up: 4 }),
    },
    // Not known to anyhouse, and let through as it is.
    ...allowUnknown({ my: { a: 1, b: { c: 'two', d: 3 } } }),
  },`);
});

test('settings of Keeper become sections; what would stop it is told', () => {
  const { program, notMapped } = convert(`
keeper:
  enabled: true
  settings:
    logger/level: warning
    keeper_server/coordination_settings/snapshots_to_keep: '5'
    keeper_server/coordination_settings/force_syncc: 'false'
    keeper_server/tcp_port: 2182
`);
  expect(program).toContain(
    "settings: { logger: { level: 'warning' }, keeper_server: { coordination_settings: { snapshots_to_keep: 5 } } }",
  );
  expect(notMapped).toEqual([
    'keeper.settings["keeper_server/coordination_settings/force_syncc"]: it must be a setting of ClickHouse Keeper. Write "force_sync".',
    expect.stringMatching(/^keeper\.settings\["keeper_server\/tcp_port"\]: it must not be set/),
  ]);
  expect(runProgram(program).length).toBeGreaterThan(5);
});

test('a Keeper that exists is used below a path of its own', () => {
  const { spec } = installation('clickhouse: { replicasCount: 2, keeper: { host: zk.infra, port: 2182 } }');
  expect(spec.configuration.zookeeper).toEqual({
    nodes: [{ host: 'zk.infra', port: 2182 }],
    root: '/clickhouse-v2/clickhouse-v2',
  });
});

test('a Keeper that cannot be is told, and the program still runs', () => {
  const { program, notMapped } = convert('clickhouse: { keeper: { host: "a b", port: -1 } }');
  expect(notMapped).toEqual([
    'clickhouse.keeper.host: it is no host name. Write the hosts of the Keeper.',
    'clickhouse.keeper.port: it is no port. Write a port such as 2181.',
  ]);
  expect(runProgram(program).length).toBeGreaterThan(5);
});

test.each([
  [{ platform: 'minikube' }, 'const platform = Platform.minikube();'],
  [
    { platform: 'gke', region: 'europe-west4', zones: ['europe-west4-a'] },
    "Platform.gke({ region: 'europe-west4', zones: ['europe-west4-a'] })",
  ],
] as const)('the platform is the one that was named: %j', (flags, expected) => {
  const { program } = convert('clickhouse: { replicasCount: 3 }\nkeeper: { enabled: true }', flags);
  expect(program).toContain(expected);
  expect(program).not.toContain('choose');
  expect(runProgram(program).length).toBeGreaterThan(5);
});
