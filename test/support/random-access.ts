import type {
  ExternalCredentialsProps,
  GeneratedPasswords,
  PreviousPassword,
  SecretStoreOptions,
  SqlUserOptions,
  SqlUsersProps,
} from 'anyhouse';
import fc from 'fast-check';
import { type Fields, options, seldom } from './random-options';
import { map, validName, validRange } from './random-values';

const { array, constantFrom, oneof, record } = fc;

const remote = oneof(
  constantFrom('databases/events', 'archive/id'),
  options({ key: constantFrom('databases/events'), property: constantFrom('password') }, 'key'),
);

const store = options(
  {
    name: constantFrom('vault', 'company-secrets'),
    kind: constantFrom('SecretStore', 'ClusterSecretStore'),
    secrets: seldom(map(constantFrom('archive-keys', 'registry'), map(constantFrom('id', 'key.pem'), remote))),
    refreshInterval: constantFrom('1h0m0s', '90s', '1h'),
  } satisfies Fields<SecretStoreOptions, 'key'>,
  'name',
);

const generate = options({ length: constantFrom(20, 32, 72) } satisfies Fields<GeneratedPasswords>);
const users = seldom(constantFrom(['admin'], ['admin', 'app']));

/** Props of ExternalCredentials; its clusters come when it is built. */
export const credentialsProps = oneof(
  options({ store, users } satisfies Fields<Pick<ExternalCredentialsProps, 'store' | 'users'>>, 'store'),
  options({ generate, users } satisfies Fields<Pick<ExternalCredentialsProps, 'generate' | 'users'>>, 'generate'),
);

/** Every prop is in one of the two, or comes when it is built. */
export type CredentialsPropsAreComplete =
  Exclude<
    keyof ExternalCredentialsProps,
    'store' | 'generate' | 'users' | 'clusters' | 'sqlUsers' | 'acknowledge'
  > extends never
    ? true
    : never;

const moment = constantFrom('2027-01-31', '2028-02-29', '2027-01-31T18:00:00Z');
const name = oneof(
  { weight: 5, arbitrary: constantFrom('jane', 'joe_2', 'Loader') },
  constantFrom('jane.doe@example.com'),
);

const sqlUser = options(
  {
    networks: array(validRange, { minLength: 1, maxLength: 3 }),
    grants: array(constantFrom('SELECT ON events.*', 'GRANT INSERT, SELECT(a, b) ON db.t', 'SELECT ON `a$b`.*'), {
      maxLength: 2,
    }),
    roles: array(constantFrom('reader', 'writer'), { maxLength: 2 }),
    profile: constantFrom('default', 'default', 'default', 'web'),
    password: options({ name: validName, hashKey: constantFrom('sha256'), passwordKey: constantFrom('pass') }, 'name'),
    validUntil: moment,
    previousPassword: seldom(
      options(
        { name: validName, hashKey: constantFrom('sha256'), validUntil: moment } satisfies Fields<PreviousPassword>,
        'name',
        'validUntil',
      ),
    ),
  } satisfies Fields<SqlUserOptions>,
  'networks',
);

/** Props of SqlUsers; its cluster comes when it is built. */
export const sqlUsersProps = options(
  {
    users: map(name, sqlUser),
    absent: array(constantFrom('trainee', 'old.joe@example.com'), { maxLength: 2 }),
    name: constantFrom('people', 'u'),
    revision: constantFrom('2026-11', 'after the fire'),
  } satisfies Fields<SqlUsersProps, 'cluster' | 'acknowledge'>,
  'users',
);

/** Both, for one cluster. */
export const access = record({ credentials: credentialsProps, sqlUsers: sqlUsersProps });
