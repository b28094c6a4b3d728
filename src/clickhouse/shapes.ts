import { imageReference } from '../altinity/images';
import { installationName } from '../altinity/names';
import { acknowledge } from '../checks/acknowledge';
import { identity } from '../environment/identity';
import { instanceType } from '../environment/instance-type';
import { placement } from '../environment/placement';
import { resources } from '../environment/pods';
import { late } from '../kubernetes/late';
import { withoutOutputs } from '../kubernetes/outputs-inside';
import {
  all,
  type Check,
  callback,
  cidr,
  dataKey,
  labels,
  leaf,
  line,
  listOf,
  mapOf,
  namespaceName,
  objectName,
  oneOf,
  quantity,
  required,
  shape,
  wholeNumber,
} from '../kubernetes/shape';
import { exposure } from '../platform/resolve-exposure';
import { clickHouseAlertOptions } from './alerts/options';
import type {
  AdminOptions,
  ClickHouseClusterProps,
  ClientOptions,
  LogOptions,
  ReplicationOptions,
  UpdateOptions,
} from './options';
import { overridesShape } from './overrides/shape';
import { publicCertificate } from './public-certificate';
import { storageShape } from './storage/shape';
import type { QuotaOptions, UserOptions } from './user-options';

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/** A Secret by name; a text here would be a password in the program. */
export const secretKey: Check = (value, prop, problems) => {
  if (typeof value === 'string') {
    problems.add({
      rule: 'users/plain-password',
      prop,
      must: 'name a Secret, never hold the password',
      gotText: 'a text (not printed)',
      fix: "write { name: 'my-secret' } with the SHA-256 under password_sha256_hex; `anyhouse credentials` makes one.",
    });
  } else if (isObject(value) && !Array.isArray(value)) {
    // Objects of other libraries, such as Secrets of cdk8s-plus, have more members than these.
    const { name, hashKey, passwordKey } = value as Record<string, unknown>;
    required(late(objectName), { must: 'name the Secret', fix: "write { name: 'my-secret' }." })(
      name,
      `${prop}.name`,
      problems,
    );
    dataKey(hashKey, `${prop}.hashKey`, problems);
    dataKey(passwordKey, `${prop}.passwordKey`, problems);
  } else if (value !== undefined) {
    problems.add({ rule: 'props/type', prop, must: 'name a Secret', got: value, fix: "write { name: 'my-secret' }." });
  }
};

/** What a user may do, without the user. */
export const grant: Check = all(
  line,
  leaf((value) => !/\bTO\b/i.test(unquoted(value)), {
    rule: 'users/grant',
    must: 'not name whom it is for',
    fix: "leave out TO: the user is the one it is written at, as in 'SELECT ON events.*'.",
  }),
  leaf((value) => !unquoted(value).includes(';'), {
    rule: 'users/grant',
    must: 'be one statement',
    fix: 'write one entry for each grant.',
  }),
  leaf(
    (value) =>
      /\bON\s+\S/i.test(unquoted(value)) && !/^\s*(REVOKE|CREATE|ALTER|DROP)\s+(?!.*\bON\b)/i.test(unquoted(value)),
    {
      rule: 'users/grant',
      must: 'say on what: rights ON database.table',
      fix: "write a grant such as 'SELECT ON events.*'.",
    },
  ),
  leaf((value) => !/^\s*REVOKE\b/i.test(String(value)), {
    rule: 'users/grant',
    must: 'be a GRANT',
    fix: 'list only what the user may do; users of a configuration file cannot hold REVOKE.',
  }),
);

const unquoted = (value: unknown) => String(value).replaceAll(/(["'`]).*?\1/g, "''");

/** Where a user connects from. */
export const networks: Check = listOf(cidr, {
  least: 1,
  rule: 'users/networks',
  must: 'list at least one address range',
  fix: "write networks: ['10.0.0.0/8'], the ranges that the user connects from.",
});

const user: Check = shape<UserOptions>({
  networks: required(networks, {
    rule: 'users/networks',
    must: 'say where the user connects from',
    fix: "write networks: ['10.0.0.0/8'], the ranges that the user connects from.",
  }),
  grants: listOf(grant),
  password: secretKey,
  profile: line,
  quota: line,
});

/** Names that become XML elements and, for users, part of the name of a Secret. */
export const elementName: Check = leaf((value) => /^[a-z]([a-z0-9_-]{0,61}[a-z0-9])?$/.test(String(value)), {
  rule: 'names/element',
  must: 'be lower case letters, digits, "-" and "_", starting with a letter',
  fix: "write a name such as 'app'.",
  decides: 'names',
});

const userName: Check = all(
  elementName,
  leaf((value) => !['admin', 'default', 'clickhouse_operator'].includes(String(value)), {
    rule: 'users/reserved',
    must: 'not be admin, default or clickhouse_operator, which exist already',
    fix: 'choose another name; the prop admin configures the administrator.',
  }),
);

const positive = wholeNumber(1, Number.MAX_SAFE_INTEGER);

const quota: Check = shape<QuotaOptions>({
  seconds: required(positive, { must: 'be the length of the interval in seconds', fix: 'write seconds: 3600.' }),
  queries: positive,
  errors: positive,
  resultRows: positive,
  readRows: positive,
  executionTime: positive,
});

/** Settings; their names and values are checked when the release of the image is known. */
const section: Check = all(
  leaf((value) => isObject(value) && !Array.isArray(value), {
    must: 'be an object',
    fix: 'write { name: value }.',
  }),
  withoutOutputs,
);

const replication: Check = shape<ReplicationOptions>({
  zones: oneOf(['rotated', 'aligned']),
  replicas: required(wholeNumber(1, 99), {
    must: 'say how many copies of each shard there are',
    fix: 'write replicas: 2.',
  }),
  keeper: required(
    leaf((value) => isObject(value) && typeof (value as { nodesFor?: unknown }).nodesFor === 'function', {
      rule: 'replication/keeper',
      must: 'be a Keeper',
      fix: "create one: const keeper = new Keeper(environment, 'keeper').",
    }),
    {
      rule: 'replication/keeper',
      must: 'be the Keeper that coordinates the copies',
      fix: "create one: const keeper = new Keeper(environment, 'keeper').",
    },
  ),
  root: leaf((value) => typeof value === 'string' && /^(\/[A-Za-z0-9_.-]+)+$/.test(value), {
    rule: 'replication/root',
    must: 'be a path of letters, digits, "-", "_" and "." that starts with a slash',
    fix: "write a path such as '/analytics/events'.",
  }),
});

/** Checks of {@link ClickHouseClusterProps}. */
export const clusterProps: Check = shape<ClickHouseClusterProps>({
  name: installationName,
  shards: wholeNumber(1, 999),
  replication,
  storage: required(storageShape, {
    rule: 'storage/required',
    must: 'describe the data volume',
    fix: "write storage: { size: '500Gi' }.",
  }),
  identity,
  logs: shape<LogOptions>({
    size: required(late(quantity), { must: 'be the size of the log volume', fix: "write size: '10Gi'." }),
  }),
  image: imageReference,
  resources,
  instanceType,
  placement,
  admin: shape<AdminOptions>({ networks: listOf(cidr), password: secretKey }),
  users: mapOf(userName, user),
  profiles: mapOf(elementName, section),
  settings: section,
  quotas: mapOf(elementName, quota),
  databases: listOf(
    leaf((value) => typeof value === 'string' && /^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(value), {
      rule: 'databases/name',
      must: 'be letters, digits and "_", not starting with a digit',
      fix: "write a name such as 'events'.",
      decides: 'names',
    }),
  ),
  clients: listOf(shape<ClientOptions>({ namespace: namespaceName, podLabels: labels })),
  exposure,
  overrides: overridesShape,
  publicCertificate,
  updates: shape<UpdateOptions>({ shardsAtOnce: wholeNumber(1, 999) }),
  alerts: clickHouseAlertOptions,
  secretRevision: late(line),
  taskId: line,
  onDelete: oneOf(['retain', 'delete']),
  transform: shape({ installation: callback, policy: callback, disruptionBudgets: callback }),
  acknowledge,
});
