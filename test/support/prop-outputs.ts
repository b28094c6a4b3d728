import {
  altinity,
  BackupSchedule,
  ClickHouseCluster,
  ClusterServices,
  EdgeGateway,
  Environment,
  Exposure,
  ExternalCredentials,
  Keeper,
  type KeeperNode,
  Operator,
  Platform,
  PropError,
  SqlUsers,
} from 'anyhouse';
import { App } from 'cdk8s';
import fc from 'fast-check';
import { gitopsProbes } from './gitops-probes';
import type { RandomProgram } from './random-environment';
import { makeAll } from './random-made';
import { type Path, replaced, textsIn, valueAt } from './random-tokens';

/** A construct or a value of the library, alone: what it is given, and how it is made of that. */
export interface Probe {
  readonly owner: string;
  /** Plain data, below a key `props`, so that places in it are those of props. */
  readonly tree: { readonly props: unknown };
  /** @throws PropError when the library refuses it */
  readonly build: (props: never) => void;
}

/** What the library said to something that stands at a place. */
export interface Verdict {
  /** The construct or factory, and its prop. Keys that users choose are `*`. */
  readonly owner: string;
  readonly prop: string;
  /** Why it is refused. @default - it is accepted */
  readonly refused?: PropError;
}

const installation = {
  metadata: { name: 'events', namespace: 'analytics', labels: { team: 'billing' }, annotations: { note: 'a text' } },
  spec: { configuration: { users: { 'app/profile': 'default' }, zookeeper: { nodes: [{ host: 'keeper' }] } } },
};

const resources = { cpu: '1', memory: '1Gi', cpuLimit: '2', memoryLimit: '2Gi' };
const rareClusterProps = [
  { publicCertificate: { secret: 'public-tls' } },
  { publicCertificate: { issuer: { name: 'public', kind: 'ClusterIssuer' }, hostnames: ['events.example.com'] } },
  { overrides: [{ replica: 0, resources, pool: { labels: { role: 'db' }, taint: 'role=db:NoSchedule' } }] },
  { overrides: [{ replica: 0, settings: { max_concurrent_queries: '10' } }] },
  { replication: undefined, placement: { pool: 'any' } },
];
const sqlUser = {
  networks: ['10.0.0.0/8'],
  grants: ['SELECT ON events.*'],
  roles: ['reader'],
  profile: 'default',
  password: { name: 'jane-2', hashKey: 'hash', passwordKey: 'password' },
  validUntil: '2027-01-31',
  previousPassword: { name: 'jane-1', hashKey: 'hash', validUntil: '2026-12-31' },
};
const keeperImage = 'clickhouse/clickhouse-keeper:26.8.19.9';

const id = '11111111-2222-3333-4444-555555555555';
const route53 = { make: 'Dns01.route53', from: [{}] };
const azureZone = { subscription: id, resourceGroup: 'dns' };

const place = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });

const around = () => new Environment(new App(), 'analytics', { platform: place, domain: 'ch.example.com' });

function of(owner: string, props: unknown, build: (props: never) => void): Probe {
  return { owner, tree: { props }, build: (given) => build(makeAll(given) as never) };
}

/** The parts of a program, each where nothing else can be wrong. */
export function probesOf(program: RandomProgram): readonly Probe[] {
  const { factory, options } = program.platform;
  const { install } = program.operator;
  const clusters = program.clusters.map(({ props }) =>
    of('ClickHouseCluster', props, (given: { readonly replication?: object }) => {
      const environment = around();
      const replication = given.replication && { ...given.replication, keeper: new Keeper(environment, 'keeper') };
      new ClickHouseCluster(environment, 'events', { ...given, replication } as never);
    }),
  );
  const backup = program.backup && [
    of('BackupSchedule', program.backup.props, (given: object) => {
      const environment = around();
      const cluster = new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' } });
      new BackupSchedule(environment, 'backup', { ...given, cluster } as never);
    }),
  ];
  const edge = program.gateway && [
    of('EdgeGateway', program.gateway.props, (given) => new EdgeGateway(around(), 'edge', given)),
    ...program.gateway.routes.map(({ options: route }) =>
      of('EdgeGateway.route', route, (given) => {
        const environment = around();
        const issuer = { name: 'company', kind: 'ClusterIssuer' } as const;
        new EdgeGateway(environment, 'edge', { allow: ['10.0.0.0/8'], tls: { issuer } }).route(
          new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' } }),
          given,
        );
      }),
    ),
  ];
  return [
    of(`Platform.${factory}`, options, (given) => Platform[factory](given)),
    of(`Operator.${install}`, program.operator.options, (given) => Operator[install](given)),
    of('ClusterServices', program.services.props, (given: object) => {
      new ClusterServices(new App(), 'services', { ...given, platform: place });
    }),
    of('Environment', program.environment.props, (given: object) => {
      new Environment(new App(), 'analytics', { ...given, platform: place });
    }),
    of('Keeper', program.keeper.props, (given) => new Keeper(around(), 'keeper', given)),
    ...clusters,
    ...(backup ?? []),
    ...(edge ?? []),
  ];
}

/** What random programs have seldom or never. */
export const furtherProbes: readonly Probe[] = [
  ...gitopsProbes,
  of('altinity.ClickHouseInstallation', installation, (given) => {
    new altinity.ClickHouseInstallation(around(), 'events', given);
  }),
  ...rareClusterProps.map((props) =>
    of('ClickHouseCluster', props, (given: object) => {
      const more = { storage: { size: '1Gi' }, exposure: Exposure.internal() } as const;
      new ClickHouseCluster(around(), 'events', { ...more, ...given });
    }),
  ),
  ...[
    { store: { name: 'vault', kind: 'SecretStore', secrets: { a: { b: 'c', d: { key: 'e', property: 'f' } } } } },
    { generate: { length: 32 }, users: ['admin'] },
  ].map((props) =>
    of('ExternalCredentials', props, (given: object) => {
      const environment = around();
      const cluster = new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' } });
      new ExternalCredentials(environment, 'credentials', { clusters: [cluster], ...given });
    }),
  ),
  of('SqlUsers', { users: { jane: sqlUser }, absent: ['joe'], name: 'people', revision: '1' }, (given: object) => {
    const environment = around();
    const cluster = new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' } });
    new SqlUsers(environment, 'people', { cluster, ...given } as never);
  }),
  of('Keeper', { rollout: { members: [2], image: keeperImage, resources } }, (given: object) => {
    new Keeper(around(), 'keeper', given);
  }),
  of('Keeper.fromNodes', [{ host: 'keeper-0.example.com', port: 2181 }], (given: readonly KeeperNode[]) => {
    Keeper.fromNodes(given);
  }),
  of('Platform.custom', { name: 'mine', storage: { className: 'ceph', expandable: true } }, Platform.custom),
  of(
    'Platform.bareMetal',
    { loadBalancer: 'metallb', storage: { className: 'ceph', expandable: true } },
    Platform.bareMetal,
  ),
  ...(
    [
      ['ObjectStore.s3', { bucket: 'cold', region: 'eu-west-1', endpoint: 'http://minio:9000' }],
      ['Issuer.acme', { email: 'ops@example.com', server: 'https://acme.example.com/directory', dns01: [route53] }],
      ['Identity.googleServiceAccount', 'clickhouse@company-data.iam.gserviceaccount.com'],
      ['Identity.azureClient', '11111111-2222-3333-4444-555555555555'],
      ['Dns01.azureDns', { ...azureZone, managedIdentity: { clientId: id, tenantId: id } }],
    ] as const
  ).map(([make, from]) => of('', { made: { make, from: [from] } }, () => {})),
  of(
    '',
    { make: 'Exposure.internal', from: [{ subnets: ['subnet-1'], staticAddresses: ['10.0.0.7'] }] },
    (exposure) => {
      new ClickHouseCluster(around(), 'events', { storage: { size: '1Gi' }, exposure });
    },
  ),
];

/**
 * What the library says to a value in place of each text of a part. Nothing where it refuses the plain part already.
 * @param wanted whether a prop is worth a try: most have been tried often enough
 */
export function verdictsOf(
  { owner, tree, build }: Probe,
  instead: (text: string) => unknown,
  wanted: (name: string) => boolean,
): readonly Verdict[] {
  const places = textsIn(tree)
    .map((path) => ({ path, ...nameOf(owner, tree, path), text: valueAt(tree, path) as string }))
    // A mark that takes a setting away is no text of it.
    .filter(({ owner: of, prop, text }) => text !== '_removed_' && wanted(`${of} ${prop}`));
  if (places.length === 0 || faultOf(() => build(tree.props as never))) return [];
  return places.map(({ path, text, ...name }) => {
    const changed = replaced(tree, path, instead(text)) as Probe['tree'];
    return { ...name, refused: faultOf(() => build(changed.props as never)) };
  });
}

function faultOf(build: () => void): PropError | undefined {
  try {
    build();
    return undefined;
  } catch (error) {
    if (error instanceof PropError) return error;
    throw error;
  }
}

/** Props whose keys users choose. */
const maps =
  /^(users|profiles|quotas|labels|annotations|podLabels|matchLabels|issuers|volumeAttributes|parameters|revisions)$/;

/** The construct or factory that a place belongs to, and its prop as a table names it. */
export function nameOf(owner: string, tree: unknown, path: Path): { readonly owner: string; readonly prop: string } {
  let start = path.findIndex((key) => key === 'props' || key === 'options') + 1;
  let owns = owner;
  for (const depth of path.keys()) {
    const { make } = (valueAt(tree, path.slice(0, depth)) ?? {}) as { make?: string };
    if (make === undefined) continue;
    owns = make;
    start = depth + 2;
  }
  const written = path.slice(start).reduce<string>((text, key, index, parts) => {
    if (typeof key === 'number') return `${text}[]`;
    const before = parts[index - 1];
    return `${text}${text === '' ? '' : '.'}${typeof before === 'string' && maps.test(before) ? '*' : key}`;
  }, '');
  const prop = written.replace(/(settings|profiles\.\*|\.spec|^spec)\..*$/, '$1.*');
  return { owner: owns, prop: prop === '' ? 'the argument' : prop };
}

/** The same for a place in a whole program. */
export function nameIn(program: RandomProgram, path: Path): string {
  const { platform, operator } = program;
  const owners: Readonly<Record<string, string>> = {
    platform: `Platform.${platform.factory}`,
    operator: `Operator.${operator.install}`,
    services: 'ClusterServices',
    environment: 'Environment',
    keeper: 'Keeper',
    clusters: 'ClickHouseCluster',
    backup: 'BackupSchedule',
    gateway: path[1] === 'routes' ? 'EdgeGateway.route' : 'EdgeGateway',
  };
  const { owner, prop } = nameOf(owners[String(path[0])] ?? '', program, path);
  return `${owner} ${prop}`;
}

/** A few hundred programs, always the same ones. */
export function samplePrograms(arbitrary: fc.Arbitrary<RandomProgram>, count: number): readonly RandomProgram[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 20261121 });
}
