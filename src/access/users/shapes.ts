import { acknowledge } from '../../checks/acknowledge';
import { grant, networks, secretKey } from '../../clickhouse/shapes';
import { isDnsLabel } from '../../kubernetes/names';
import {
  all,
  type Check,
  dataKey,
  leaf,
  line,
  listOf,
  mapOf,
  objectName,
  required,
  shape,
} from '../../kubernetes/shape';
import { cluster } from '../external/shapes';
import { secondsOf } from './dates';
import type { PreviousPassword, SqlUserOptions, SqlUsersProps } from './options';

/** Names that need no escape in quotes, in a list, and in a log. */
const sqlName: Check = leaf((value) => /^[A-Za-z_][A-Za-z0-9_.@-]{0,62}$/.test(String(value)), {
  rule: 'sql-users/name',
  must: 'be letters, digits, "_", "-", "." and "@", starting with a letter, at most 63',
  fix: "write a name such as 'analyst'.",
  decides: 'names',
});

/** What makes an administrator of a user, or a user of an administrator. */
const less: Check = all(
  grant,
  leaf((value) => !/\bWITH\s+(GRANT|ADMIN|REPLACE)\s+OPTION\b/i.test(String(value)), {
    rule: 'sql-users/administrator',
    must: 'not be passed on (WITH ... OPTION)',
    fix: "leave WITH ... OPTION out; the cluster's administrator grants rights.",
  }),
  leaf(
    (value) =>
      !/\bALL\b.*\bON\s+\*\s*\.\s*\*|\b(ACCESS MANAGEMENT|ROLE ADMIN|(CREATE|ALTER) USER)\b/i.test(String(value)),
    {
      rule: 'sql-users/administrator',
      must: 'not make an administrator',
      fix: "grant what the user needs, such as 'SELECT ON events.*'; the prop admin of the cluster is the administrator.",
    },
  ),
);

/** A moment of UTC. It is not compared with now: the same program gives the same manifests every day. */
export const moment: Check = leaf((value) => secondsOf(value) !== undefined, {
  rule: 'sql-users/valid-until',
  must: 'be a moment in UTC: a day as YYYY-MM-DD, or YYYY-MM-DDThh:mm:ssZ',
  fix: "write '2027-01-31' for the start of that day in UTC, or '2027-01-31T18:00:00Z'.",
});

const sqlUser: Check = shape<SqlUserOptions>({
  networks: required(networks, {
    rule: 'users/networks',
    must: 'say where the user connects from',
    fix: "write networks: ['10.0.0.0/8'], the ranges that the user connects from.",
  }),
  grants: listOf(less),
  roles: listOf(sqlName),
  profile: line,
  password: secretKey,
  validUntil: moment,
  previousPassword: shape<PreviousPassword>({
    name: required(objectName, { must: 'name the Secret', fix: "write { name: 'my-old-secret' }." }),
    hashKey: dataKey,
    validUntil: required(moment, {
      rule: 'sql-users/valid-until',
      must: 'say until when the password before is good',
      fix: "write '2027-01-31', when all applications have the new one.",
    }),
  }),
});

/** Checks of {@link SqlUsersProps}. */
export const sqlUsersProps: Check = shape<SqlUsersProps>({
  cluster: required(cluster, {
    rule: 'credentials/cluster',
    must: 'be the ClickHouseCluster that has the users',
    fix: 'write cluster: events.',
  }),
  users: required(mapOf(sqlName, sqlUser), {
    must: 'hold the users by name',
    fix: "write users: { analyst: { networks: ['10.0.0.0/8'], grants: ['SELECT ON events.*'] } }.",
  }),
  absent: listOf(sqlName),
  // A Service has the name, and the Job adds to it.
  name: leaf((value) => typeof value === 'string' && isDnsLabel(value) && value.length <= 40, {
    rule: 'names/invalid',
    must: 'be lower case letters, digits and "-", at most 40',
    fix: "write a name such as 'users'.",
    decides: 'names',
  }),
  revision: line,
  acknowledge,
});
