import { itemsAt, once, type Place, specOf } from '../../altinity/rules/places';
import { list, record } from '../../kubernetes/manifest';

/** A field of a user: what stands behind the first slash of its key. */
export interface UserField {
  readonly value: unknown;
  readonly place: Place;
}

/** A user of an installation, with all its fields. */
export interface User {
  readonly name: string;
  readonly fields: ReadonlyMap<string, UserField>;
  /** Its first field. */
  readonly place: Place;
}

/** Whether a user exists already: the account of replicas among themselves, and that of the operator. */
export function isBuiltIn({ name }: User): boolean {
  return ['default', 'clickhouse_operator', '{clickhouseOperatorUser}'].includes(name);
}

/** Users of an installation, from the flat map of slash paths that they are written as. */
export const usersOf = once((installation): readonly User[] => {
  const users = new Map<string, { fields: Map<string, UserField>; place: Place }>();
  for (const { key, value, place } of itemsAt(specOf(installation), 'configuration', 'users')) {
    const [name = '', ...field] = key.split('/').filter((part) => part !== '');
    const user = users.get(name) ?? { fields: new Map(), place };
    user.fields.set(field.join('/'), { value, place });
    users.set(name, user);
  }
  return [...users].map(([name, user]) => ({ name, ...user }));
});

/** Place of a field; of the user where it has no such field. */
export function placeOf({ fields, place }: User, field: string): Place {
  return fields.get(field)?.place ?? place;
}

/** Fields that hold or name a password, the strongest first: of several, the operator takes that one. */
export const passwordFields = ['password_double_sha1_hex', 'password_sha256_hex', 'password'] as const;

/** Old fields that name a Secret as text. */
export const secretFields = passwordFields.flatMap((field) => [`k8s_secret_${field}`, `k8s_secret_env_${field}`]);

/** Ways to log in that need no password. Fields of users.xml, with those of newer servers. */
const otherWays =
  /^(ssl_certificates|ssh_keys|ldap|kerberos|http_authentication|jwt|no_password|no_authentication|auth_methods|password_(bcrypt|scram_sha256_hex|scram_sha256|sha256|double_sha1))(\/|$)/;

/** Whether a user can prove who it is in another way than by the passwords above. */
export function hasOtherWay({ fields }: User): boolean {
  return [...fields.keys()].some((field) => otherWays.test(field));
}

/** Whether a value comes from a Secret. */
export function isFromSecret(value: unknown): boolean {
  return record(value).valueFrom !== undefined;
}

/** Values of a field that takes one or several. */
export function valuesOf(field: UserField | undefined): readonly unknown[] {
  if (!field) return [];
  return Array.isArray(field.value) ? list(field.value) : [field.value];
}
