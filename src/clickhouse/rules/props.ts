import type { Rule } from '../../checks/rule';

const users = { severity: 'error', source: 'ClickHouse, user settings' } as const;

const overrides = { severity: 'error', source: 'design of this library' } as const;

/** Rules that the props of a cluster enforce. */
export const propRules: readonly Rule[] = [
  {
    id: 'clickhouse/contributions',
    severity: 'error',
    title: 'What is put on top of a cluster agrees',
    why: 'A server has one value for a setting, and speaks one language on a port; two gateways may want different ones.',
    fix: 'let both use the cluster in the same way.',
    source: 'ClickHouse, configuration files; composable protocols',
  },
  {
    ...overrides,
    id: 'overrides/target',
    title: 'An override names a shard, a replica, or both',
    why: 'What holds for all hosts is no exception, and would read like one.',
    fix: 'write shard or replica, or set the prop at the cluster itself.',
  },
  {
    ...overrides,
    id: 'overrides/range',
    title: 'An override names hosts that exist',
    why: 'It would do nothing, while its author believes it to act.',
    fix: 'count shards and replicas from 0.',
  },
  {
    ...overrides,
    id: 'overrides/empty',
    title: 'An override says what is different',
    why: 'It would do nothing, while its author believes it to act.',
    fix: 'remove it, or write what its hosts have.',
  },
  {
    ...overrides,
    id: 'overrides/whole-shard',
    title: 'Weight, copies and internal replication are said about a whole shard',
    why: 'A single host has none of them: they decide what Distributed tables do with the shard.',
    fix: 'name one shard, and no replica.',
  },
  {
    ...overrides,
    id: 'overrides/twice',
    title: 'Two overrides do not say the same about one host',
    why: 'One of the two would be ignored.',
    fix: 'let the two name different hosts, or merge them.',
  },
  {
    ...users,
    id: 'users/grant',
    title: 'A grant says which rights on what, in one statement without TO',
    why: 'The server refuses the whole configuration of users when it cannot read one of them.',
    fix: "write a grant such as 'SELECT ON events.*'.",
  },
  {
    ...users,
    id: 'users/reserved',
    title: 'Users are not called admin, default or clickhouse_operator',
    why: 'These exist: they are the administrator, the account of replicas among themselves, and that of the operator.',
    fix: 'choose another name; the prop admin configures the administrator.',
  },
  {
    ...users,
    id: 'users/secret-name',
    title: 'Every user has a Secret of its own',
    why: 'Two users with one Secret have one password.',
    fix: "rename the user, or give password: { name: 'another-secret' }.",
  },
  {
    ...users,
    id: 'users/unknown',
    title: 'A user that is asked for exists',
    why: 'The workload would never log in.',
    fix: 'use the name of a user of the cluster, or add it.',
  },
  {
    ...users,
    id: 'users/unknown-profile',
    title: 'The profile of a user exists',
    why: 'The server refuses the whole configuration of users.',
    fix: 'declare it in profiles.',
  },
  {
    ...users,
    id: 'users/unknown-quota',
    title: 'The quota of a user exists',
    why: 'The server refuses the whole configuration of users.',
    fix: 'declare it in quotas.',
  },
  {
    id: 'databases/name',
    severity: 'error',
    title: 'Databases have names of letters, digits and "_"',
    why: 'Others need quoting in every query.',
    fix: "write a name such as 'events'.",
    source: 'ClickHouse, syntax (identifiers)',
  },
  {
    id: 'replication/keeper',
    severity: 'error',
    title: 'Replicas come with a Keeper',
    why: 'Nothing is replicated without one.',
    fix: "create one: const keeper = new Keeper(environment, 'keeper').",
    source: 'ClickHouse, data replication',
  },
  {
    id: 'replication/root',
    severity: 'error',
    title: 'The root in Keeper is a path',
    why: 'The operator creates it part by part; anything else ends in a tree that nobody expects.',
    fix: "write a path such as '/analytics/events'.",
    source: 'ClickHouse, server settings (zookeeper)',
  },
  {
    id: 'storage/required',
    severity: 'error',
    title: 'A cluster says how large its volumes are',
    why: 'Data without a volume is gone with the next restart.',
    fix: "write storage: { size: '500Gi' }.",
    source: 'operator #1565',
  },
];
