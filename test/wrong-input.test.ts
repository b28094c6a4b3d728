import { ClickHouseCluster, Environment, Keeper, Operator, Platform } from 'anyhouse';
import { App } from 'cdk8s';
import { messageOf } from './support/environments';

const platform = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b'] });
const place = () => new Environment(new App(), 'analytics', { platform });
const storage = { size: '10Gi' } as const;

/** Props as they arrive from JavaScript, JSON or a cast: not checked by the compiler. */
const cluster = (props: object, id = 'events') => new ClickHouseCluster(place(), id, props as never);

// biome-ignore format: one case a line is easier to read
const cases: readonly (readonly [string, () => unknown, string])[] = [
  ['a name that is too long', () => cluster({ storage }, 'a-cluster-with-a-name-that-goes-on-and-on'), `Cluster 'analytics/a-cluster-with-a-name-that-goes-on-and-on': id must be at most 37 characters, because the operator makes 'chi-a-cluster-with-a-name-that-goes-on-and-on-deploy-confd-main-0-0' (67 of 63) of it, got 41 characters. Fix: shorten it, for example to 'a-cluster-with-a-name-that-goes-on-an'. [names/too-long]`],
  ['an id that is no name', () => cluster({ storage }, 'Events_2'), `Cluster 'analytics/Events_2': id must be lower case letters, digits and "-", starting with a letter, at most 63 characters, without dots, got "Events_2". Fix: write 'events-2', or give name. [names/installation]`],
  ['a name with a dot', () => cluster({ storage, name: 'my.events' }), `Cluster 'analytics/events': name must be lower case letters, digits and "-", starting with a letter, at most 63 characters, without dots, got "my.events". Fix: write a name such as 'events'. [names/installation]`],
  ['zones fewer than replicas', () => { const env = place(); return new ClickHouseCluster(env, 'events', { storage, replication: { replicas: 3, keeper: new Keeper(env, 'keeper') } }); }, `Cluster 'analytics/events': replication.replicas must be at most the number of zones (2) when replicas are spread over zones, got 3. Fix: add a zone to the platform, or set placement.spread to 'preferred'. [placement/replicas-exceed-zones]`],
  ['a wrong quantity', () => cluster({ storage: { size: '500GB' } }), `Cluster 'analytics/events': storage.size must be a positive amount with Ki, Mi, Gi, Ti or Pi, got "500GB". Fix: write an amount such as "500Gi"; computed ones with Quantity.parse(text) or Quantity.gibibytes(n). [props/quantity]`],
  ['a quantity of nothing', () => cluster({ storage: { size: '0Gi' } }), `Cluster 'analytics/events': storage.size must be a positive amount with Ki, Mi, Gi, Ti or Pi, got "0Gi". Fix: write an amount such as "500Gi"; computed ones with Quantity.parse(text) or Quantity.gibibytes(n). [props/quantity]`],
  ['an address instead of a range', () => cluster({ storage, users: { app: { networks: ['10.0.0.7'] } } }), `Cluster 'analytics/events': users.app.networks[0] must be an address range (CIDR), got "10.0.0.7". Fix: write a range such as "10.0.0.7/32". [props/cidr]`],
  ['host bits in a range', () => cluster({ storage, users: { app: { networks: ['10.0.0.7/8'] } } }), `Cluster 'analytics/events': users.app.networks[0] must have no host bits set, got "10.0.0.7/8". Fix: write "10.0.0.0/8", or "10.0.0.7/32" for one address. [props/cidr-host-bits]`],
  ['a user without networks', () => cluster({ storage, users: { app: {} } }), `Cluster 'analytics/events': users.app.networks must say where the user connects from, got nothing. Fix: write networks: ['10.0.0.0/8'], the ranges that the user connects from. [users/networks]`],
  ['an empty list of networks', () => cluster({ storage, users: { app: { networks: [] } } }), `Cluster 'analytics/events': users.app.networks must list at least one address range, got []. Fix: write networks: ['10.0.0.0/8'], the ranges that the user connects from. [users/networks]`],
  ['a password in the program', () => cluster({ storage, users: { app: { networks: ['10.0.0.0/8'], password: 'hunter2' } } }), `Cluster 'analytics/events': users.app.password must name a Secret, never hold the password, got a text (not printed). Fix: write { name: 'my-secret' } with the SHA-256 under password_sha256_hex; \`anyhouse credentials\` makes one. [users/plain-password]`],
  ['a grant that names the user', () => cluster({ storage, users: { app: { networks: ['10.0.0.0/8'], grants: ['SELECT ON a.* TO app'] } } }), `Cluster 'analytics/events': users.app.grants[0] must not name whom it is for, got "SELECT ON a.* TO app". Fix: leave out TO: the user is the one it is written at, as in 'SELECT ON events.*'. [users/grant]`],
  ['an unknown profile', () => cluster({ storage, users: { app: { networks: ['10.0.0.0/8'], profile: 'web' } } }), `Cluster 'analytics/events': users.app.profile must be one of default, got "web". Fix: declare it in profiles, or use 'default'. [users/unknown-profile]`],
  ['a reserved user', () => cluster({ storage, users: { admin: { networks: ['10.0.0.0/8'] } } }), `Cluster 'analytics/events': users.admin must not be admin, default or clickhouse_operator, which exist already, got "admin". Fix: choose another name; the prop admin configures the administrator. [users/reserved]`],
  ['replicas without a Keeper', () => cluster({ storage, replication: { replicas: 2 } }), `Cluster 'analytics/events': replication.keeper must be the Keeper that coordinates the copies, got nothing. Fix: create one: const keeper = new Keeper(environment, 'keeper'). [replication/keeper]`],
  ['a Keeper size that compiles only through a cast', () => new Keeper(place(), 'keeper', { replicas: 4 as never }), `Keeper 'analytics/keeper': replicas must be 1, 3, 5 or 7, got 4. Fix: use 3; 5 tolerates two failures. [keeper/size]`],
  ['no shards', () => cluster({ storage, shards: 0 }), `Cluster 'analytics/events': shards must be a whole number from 1 to 999, got 0. Fix: write a number such as 1. [props/type]`],
  ['half a shard', () => cluster({ storage, shards: 1.5 }), `Cluster 'analytics/events': shards must be a whole number from 1 to 999, got 1.5. Fix: write a number such as 1. [props/type]`],
  ['an unknown prop', () => cluster({ storage, shard: 2 }), `Cluster 'analytics/events': shard must not be set: there is no such prop, got "shard". Fix: write "shards". [props/unknown]`],
  ['no storage', () => cluster({}), `Cluster 'analytics/events': storage must describe the data volume, got nothing. Fix: write storage: { size: '500Gi' }. [storage/required]`],
  ['no props', () => cluster(undefined as never), `Cluster 'analytics/events': it must be given its props as an object, got nothing. Fix: write { ... }. [props/type]`],
  ['a floating image', () => cluster({ storage, image: 'clickhouse/clickhouse-server:latest' }), `Cluster 'analytics/events': image must have a tag other than latest, or a digest, got "clickhouse/clickhouse-server:latest". Fix: pin a release, such as 'clickhouse/clickhouse-server:26.3.33.24'. [images/pinned]`],
  ['a number where processors are text', () => cluster({ storage, resources: { cpu: 2, memory: '4Gi' } }), `Cluster 'analytics/events': resources.cpu must be a positive number of processors as text, in steps of a thousandth, got 2. Fix: write "2", "0.5" or "500m". [props/quantity]`],
  ['a construct outside of an environment', () => new Keeper(new App(), 'keeper'), `Keeper 'keeper': it must stand inside an Environment, got scope ''. Fix: create it with an Environment as first argument: new Keeper(environment, 'keeper'). [environment/missing]`],
  ['a platform by name', () => new Environment(new App(), 'analytics', { platform: 'eks' as never }), `Environment 'analytics': platform must be a Platform, got "eks". Fix: write Platform.minikube(), Platform.eks({ ... }) or Platform.gke({ ... }). [props/type]`],
  ['a namespace of the cluster', () => new Environment(new App(), 'kube-system', { platform }), `Environment 'kube-system': id must be a namespace name of its own: lower case letters, digits and "-", at most 63, none of default, kube-system, kube-public, kube-node-lease, got "kube-system". Fix: give namespace.name. [names/namespace]`],
  ['a zone as region', () => Platform.eks({ region: 'eu-west-1a', zones: ['eu-west-1a'] }), `Platform 'eks': region must be a region such as "eu-west-1", got "eu-west-1a". Fix: write region: 'eu-west-1'; a zone has one letter more. [platform/region]`],
  ['a zone of another region', () => Platform.gke({ region: 'europe-west4', zones: ['eu-west-1a'] }), `Platform 'gke': zones[0] must be a zone of europe-west4, got "eu-west-1a". Fix: write a zone such as "europe-west4-a". [platform/zone]`],
  ['no zones', () => Platform.eks({ region: 'eu-west-1', zones: [] }), `Platform 'eks': zones must be a list with at least 1 entry, got []. Fix: list the zones that the node pools stand in. [props/type]`],
  ['a zone that the platform lacks', () => new Keeper(place(), 'keeper', { placement: { zones: ['eu-west-1z'] } }), `Keeper 'analytics/keeper': placement.zones[0] must be one of eu-west-1a, eu-west-1b, got "eu-west-1z". Fix: use zones of the platform, or add it there. [platform/zone]`],
  ['a pool without a zone that a cluster needs', () => { const env = new Environment(new App(), 'analytics', { platform: platform.with({ pools: { clickhouse: { labels: { dedicated: 'clickhouse' }, zones: ['eu-west-1b'] } } }) }); return new ClickHouseCluster(env, 'events', { storage, replication: { replicas: 2, keeper: new Keeper(env, 'keeper') } }); }, `Cluster 'analytics/events': replication.replicas must be at most the number of zones (1) of pool 'clickhouse' of the platform when replicas are spread over zones, got 2. Fix: add a zone to pools.clickhouse of the platform, or set placement.spread to 'preferred'. [placement/replicas-exceed-zones]`],
  ['a pool in a zone that the platform lacks', () => platform.with({ pools: { keeper: { labels: { dedicated: 'keeper' }, zones: ['eu-west-1c'] } } }), `Platform 'eks': pools.keeper.zones[0] must be one of eu-west-1a, eu-west-1b, got "eu-west-1c". Fix: use zones of the platform, or add it there. [platform/zone]`],
  ['an operator that is too old', () => Operator.existing({ version: '0.24.0' as never }), `Operator 'existing': version must be a release of the Altinity operator from 0.25.0 to 0.27, got "0.24.0". Fix: write version: '0.27.2'. [operator/version]`],
  ['an operator in kube-system', () => Operator.existing({ namespace: 'kube-system' }), `Operator 'existing': namespace must not be kube-system, got "kube-system". Fix: give the operator a namespace of its own, such as 'clickhouse-operator'. [operator/kube-system]`],
  ['a pull Secret that is listed twice', () => new Environment(new App(), 'analytics', { platform, images: { pullSecrets: ['mirror', 'mirror'] } }), `Environment 'analytics': images.pullSecrets must list every Secret once, got ["mirror","mirror"]. Fix: remove the one that stands twice. [images/pull-secrets]`],
  ['a registry with a scheme', () => new Environment(new App(), 'analytics', { platform, images: { registry: 'https://r.example.com/' } }), `Environment 'analytics': images.registry must be a registry host with an optional path, without scheme or trailing slash, got "https://r.example.com/". Fix: write registry: 'registry.example.com/mirror'. [images/registry]`],
  ['a user that does not exist', () => new ClickHouseCluster(place(), 'events', { storage, users: { app: { networks: ['10.0.0.0/8'] } } }).connectionEnv('ap'), `Cluster 'analytics/events': connectionEnv(user) must be one of admin, app, got "ap". Fix: write 'app', or add the user to users. [users/unknown]`],
  ['an unknown setting of Keeper', () => new Keeper(place(), 'keeper', { settings: { keeper_server: { coordination_settings: { snapshot_to_keep: 5 } } } } as never), `Keeper 'analytics/keeper': settings.keeper_server.coordination_settings.snapshot_to_keep must be a setting of ClickHouse Keeper, got "snapshot_to_keep". Fix: write "snapshots_to_keep". [settings/unknown]`],
  ['a setting of Keeper in the wrong section', () => new Keeper(place(), 'keeper', { settings: { keeper_server: { snapshots_to_keep: 5 } } } as never), `Keeper 'analytics/keeper': settings.keeper_server.snapshots_to_keep must be a setting of ClickHouse Keeper, got "snapshots_to_keep". Fix: write "keeper_server: { coordination_settings: { snapshots_to_keep: ... } }". [settings/unknown]`],
  ['a setting that the Keeper image does not know', () => new Keeper(place(), 'keeper', { settings: { keeper_server: { coordination_settings: { parallel_read_threads: 4 } } } } as never), `Keeper 'analytics/keeper': settings.keeper_server.coordination_settings.parallel_read_threads must be a setting of ClickHouse Keeper 26.3, which does not start with it, got "parallel_read_threads". Fix: remove it, or use an image of 26.4 or later. [settings/unknown]`],
  ['a port of Keeper', () => new Keeper(place(), 'keeper', { settings: { keeper_server: { tcp_port: 9181 } } } as never), `Keeper 'analytics/keeper': settings.keeper_server.tcp_port must not be set: Services, policies and clients expect 2181, got "keeper_server/tcp_port". Fix: remove it; transform.installation can still change what is emitted. [settings/owned]`],
  ['a Keeper that the probe cannot ask', () => new Keeper(place(), 'keeper', { settings: { keeper_server: { four_letter_word_white_list: 'mntr,stat' } } } as never), `Keeper 'analytics/keeper': settings.keeper_server.four_letter_word_white_list must allow ruok, which the liveness probe of the operator asks, got "mntr,stat". Fix: write 'ruok,mntr,srvr,stat', or '*'. [settings/value]`],
  ['a rollout to members that are not there', () => new Keeper(place(), 'keeper', { rollout: { members: [3], image: 'clickhouse/clickhouse-keeper:26.8.19.9' } } as never), `Keeper 'analytics/keeper': rollout.members must name members from 0 to 2, each once, got [3]. Fix: write members: [2]. [keeper/rollout]`],
  ['a rollout of nothing', () => new Keeper(place(), 'keeper', { rollout: { members: [2] } } as never), `Keeper 'analytics/keeper': rollout must have an image, settings, resources or metrics, got {"members":[2]}. Fix: write rollout: { members: [2], image: 'clickhouse/clickhouse-keeper:...' }. [keeper/rollout]`],
  ['a rollout of what all members share', () => new Keeper(place(), 'keeper', { rollout: { members: [2], settings: { keeper_server: { coordination_settings: { raft_logs_level: 'debug' } } } } } as never), `Keeper 'analytics/keeper': rollout.settings must not change keeper_server/coordination_settings/raft_logs_level, which members cannot have of their own, got "keeper_server/coordination_settings/raft_logs_level". Fix: write it in settings as it is; docs/keeper.md tells how to change it. [keeper/rollout]`],
  ['a quorum that grows by two at once', () => new Keeper(place(), 'keeper', { replicas: 3, resize: { from: 1, members: 4 } } as never), `Keeper 'analytics/keeper': resize.members must go from 2 to 3, one more with each merge, got 4. Fix: write members: 2. [keeper/resize]`],
  ['a change of size that is done', () => new Keeper(place(), 'keeper', { replicas: 3, resize: { from: 3, members: 3 } } as never), `Keeper 'analytics/keeper': resize.from must differ from replicas, got 3. Fix: remove resize: the change is done. [keeper/resize]`],
  ['two changes of a quorum at once', () => new Keeper(place(), 'keeper', { replicas: 3, resize: { from: 1, members: 2 }, rollout: { members: [1], image: 'clickhouse/clickhouse-keeper:26.8.19.9' } } as never), `Keeper 'analytics/keeper': resize must not go together with rollout, got {"from":1,"members":2}. Fix: finish one of them first. [keeper/resize]`],
  ['a Keeper without nodes', () => Keeper.fromNodes([]), `Keeper 'fromNodes': nodes must list at least one node, got []. Fix: write [{ host: 'keeper-0.example.com' }]. [keeper/no-nodes]`],
];

test.each(cases)('%s is refused with the way out', (_, run, message) => {
  expect(messageOf(run)).toBe(message);
});

test('all faults of a construct are told at once', () => {
  const message = messageOf(() =>
    cluster({ storage: {}, shards: -1, users: { App: { networks: ['x'], grants: ['DROP'] } } }),
  );
  expect(message).toBe(`5 problems in Cluster 'analytics/events'
  shards must be a whole number from 1 to 999, got -1.
    Fix: write a number such as 1. [props/type]
  storage.size must be the size of the data volume, got nothing.
    Fix: write size: '500Gi'. [props/required]
  users.App must be lower case letters, digits, "-" and "_", starting with a letter, got "App".
    Fix: write a name such as 'app'. [names/element]
  users.App.networks[0] must be an address range (CIDR), got "x".
    Fix: write a range such as "10.0.0.0/8". [props/cidr]
  users.App.grants[0] must say on what: rights ON database.table, got "DROP".
    Fix: write a grant such as 'SELECT ON events.*'. [users/grant]`);
});
