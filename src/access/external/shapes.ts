import { acknowledge } from '../../checks/acknowledge';
import { ClickHouseCluster } from '../../clickhouse/clickhouse-cluster';
import { goDuration } from '../../kubernetes/go-duration';
import { late } from '../../kubernetes/late';
import {
  type Check,
  callback,
  dataKey,
  leaf,
  line,
  listOf,
  mapOf,
  objectName,
  oneOf,
  required,
  shape,
  when,
  wholeNumber,
} from '../../kubernetes/shape';
import { SqlUsers } from '../users/sql-users';
import type { ExternalCredentialsProps, GeneratedPasswords, RemoteValue, SecretStoreOptions } from './options';

/** A cluster whose users are concerned. */
export const cluster: Check = leaf((value) => ClickHouseCluster.isClickHouseCluster(value), {
  rule: 'credentials/cluster',
  must: 'be a ClickHouseCluster',
  fix: "create it first: const events = new ClickHouseCluster(environment, 'events', { ... }).",
});

const remoteObject: Check = shape<RemoteValue>({
  key: required(late(line), { must: 'name the value in the store', fix: "write key: 'analytics/events/app'." }),
  property: late(line),
});

/** Where a value lies in a store: its name, or its name and a field. */
export const remoteValue: Check = when((value) => typeof value === 'object', remoteObject, late(line));

const store: Check = shape<SecretStoreOptions>({
  name: required(objectName, {
    must: 'name the store',
    fix: "write store: { name: 'vault' }, the name of a SecretStore of External Secrets.",
  }),
  kind: oneOf(['SecretStore', 'ClusterSecretStore'], {
    rule: 'credentials/store-kind',
    decides: 'where it is looked for',
  }),
  key: callback,
  secrets: mapOf(objectName, mapOf(dataKey, remoteValue)),
  refreshInterval: leaf((value) => typeof value === 'string' && (goDuration(value) ?? 0) >= 60, {
    rule: 'credentials/refresh-interval',
    must: 'be a duration of at least a minute, as Go writes it',
    fix: "write '1h0m0s'.",
    decides: 'how often the store is asked',
  }),
});

/** Checks of {@link ExternalCredentialsProps}. */
export const credentialsProps: Check = shape<ExternalCredentialsProps>({
  clusters: listOf(cluster),
  sqlUsers: listOf(
    leaf((value) => SqlUsers.isSqlUsers(value), {
      rule: 'credentials/cluster',
      must: 'be SqlUsers',
      fix: "create them first: const people = new SqlUsers(environment, 'people', { ... }).",
    }),
  ),
  users: listOf(line, { least: 1 }),
  store,
  generate: shape<GeneratedPasswords>({
    length: wholeNumber(20, 72, { rule: 'credentials/length', fix: 'write 32, which are 190 bits.' }),
  }),
  acknowledge,
});
