import { clustersWithHosts } from '../../altinity/rules/clusters';
import { clickhousesOf, forEach, isWhole } from '../../altinity/rules/installations';
import { faultAt } from '../../altinity/rules/places';
import { compareOperatorVersions, parseOperatorVersion } from '../../altinity/versions';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';
import {
  hasOtherWay,
  isBuiltIn,
  isFromSecret,
  passwordFields,
  placeOf,
  secretFields,
  type User,
  usersOf,
} from './user-fields';

/** First release that refuses passwords named by `k8s_secret_*`. */
const secretFieldsRemoved = '0.27.4';

function passwordsOf({ fields }: User): readonly string[] {
  return [...passwordFields, ...secretFields].filter((field) => fields.has(field) && fields.get(field)?.value !== '');
}

function* withoutPassword(installation: Manifest): Generator<Fault> {
  for (const user of usersOf(installation)) {
    const { name, place } = user;
    if (isBuiltIn(user) || passwordsOf(user).length > 0 || hasOtherWay(user)) continue;
    yield faultAt(installation, place, [], `user '${name}' has no password.`);
  }
}

function* severalPasswords(installation: Manifest): Generator<Fault> {
  for (const user of usersOf(installation)) {
    const [first, ...others] = passwordsOf(user);
    for (const other of others) {
      const message = `user '${user.name}' has '${first}', too.`;
      yield faultAt(installation, placeOf(user, other), [], message, `remove '${other}', or '${first}'.`);
    }
  }
}

function* plainPasswords(installation: Manifest): Generator<Fault> {
  for (const { name, fields } of usersOf(installation)) {
    const password = fields.get('password');
    if (password && password.value !== '' && !isFromSecret(password.value))
      yield faultAt(installation, password.place, [], `the password of '${name}' stands here in plain text.`);
  }
}

/** Fields that hold hashes, with their lengths in hexadecimal digits. */
const hashes = [
  ['password_sha256_hex', 64],
  ['password_double_sha1_hex', 40],
] as const;

function* wrongHashes(installation: Manifest): Generator<Fault> {
  for (const { name, fields } of usersOf(installation)) {
    for (const [field, length] of hashes) {
      const hash = fields.get(field);
      if (!hash || isFromSecret(hash.value) || new RegExp(`^[0-9a-fA-F]{${length}}$`).test(String(hash.value)))
        continue;
      yield faultAt(installation, hash.place, [], `what '${name}' has is not ${length} hexadecimal digits.`);
    }
  }
}

function* oldSecretFields(installation: Manifest, set: ManifestSet, removed: boolean): Generator<Fault> {
  const operator = parseOperatorVersion(String(set.contextOf(installation).operator?.version));
  const isRemoved = operator !== undefined && compareOperatorVersions(operator, secretFieldsRemoved) >= 0;
  if (isRemoved !== removed) return;
  for (const { fields } of usersOf(installation)) {
    for (const [field, { place }] of fields) {
      if (!field.startsWith('k8s_secret_')) continue;
      const message = removed
        ? `operator ${operator} refuses '${field}'.`
        : `'${field}' is gone in ${secretFieldsRemoved}.`;
      yield faultAt(installation, place, [], message);
    }
  }
}

function* defaultWithPassword(installation: Manifest, set: ManifestSet): Generator<Fault> {
  const user = usersOf(installation).find(({ name }) => name === 'default');
  const [password] = user ? passwordsOf(user) : [];
  if (!user || !password || !isWhole(set, installation)) return;
  const open = clustersWithHosts(installation).find(
    ({ hosts, place }) => hosts.length > 1 && place.node.secret === undefined,
  );
  if (!open) return;
  const message = `cluster '${open.name}' has no secret: distributed queries run as 'default' without a password, and fail.`;
  yield faultAt(installation, placeOf(user, password), [], message);
}

/** Rules about passwords. */
export const passwordRules: readonly Rule[] = [
  {
    id: 'users/no-password',
    severity: 'error',
    title: 'Every user has a password, or another way to prove who it is',
    why: "The operator gives a user without one the password 'default'.",
    fix: 'write password_sha256_hex with a valueFrom that names a Secret.',
    source: 'operator #1595; pkg/model/chi/normalizer/normalizer-configuration-user.go',
    check: forEach(clickhousesOf, withoutPassword),
  },
  {
    id: 'users/several-passwords',
    severity: 'error',
    title: 'Every user has one password',
    why: 'The operator takes the double SHA-1 before the SHA-256 before the plain one, and drops the others.',
    fix: 'keep one of them.',
    source: 'operator, pkg/model/chi/normalizer/normalizer-configuration-user.go',
    check: forEach(clickhousesOf, severalPasswords),
  },
  {
    id: 'users/plain-password',
    severity: 'warning',
    unknown: 'refused',
    title: 'Passwords stand in Secrets only',
    why: 'Whoever reads the repository or the installation has it; the operator hashes it for the server, but it stays here.',
    fix: 'write password_sha256_hex with a valueFrom that names a Secret.',
    source: 'operator, pkg/model/chi/normalizer/normalizer-configuration-user.go',
    check: forEach(clickhousesOf, plainPasswords),
  },
  {
    id: 'users/password-hash',
    severity: 'error',
    title: 'A hash of a password is a hash',
    why: 'The server refuses its configuration, or nobody can log in: the field holds the hash, never the password.',
    fix: 'write the hash: printf %s PASSWORD | sha256sum. Better, name a Secret.',
    source: 'ClickHouse, user settings',
    check: forEach(clickhousesOf, wrongHashes),
  },
  {
    id: 'users/secret-syntax',
    severity: 'warning',
    title: 'Secrets are named by valueFrom',
    why: 'k8s_secret_* copies the password into a ConfigMap, or into the environment, and newer operators refuse it.',
    fix: 'write password_sha256_hex: { valueFrom: { secretKeyRef: { name, key } } }.',
    source: 'operator, release notes of 0.23.0 and 0.27.4',
    check: forEach(clickhousesOf, (installation, set) => oldSecretFields(installation, set, false)),
  },
  {
    id: 'users/secret-syntax-removed',
    severity: 'error',
    title: 'Secrets are named in a way that the operator knows',
    why: 'The reconcile ends as Aborted with RemovedSecretRefSyntax.',
    fix: 'write password_sha256_hex: { valueFrom: { secretKeyRef: { name, key } } }.',
    source: 'operator, release notes of 0.27.4',
    check: forEach(clickhousesOf, (installation, set) => oldSecretFields(installation, set, true)),
  },
  {
    id: 'users/default-needs-secret',
    severity: 'error',
    title: "A cluster with several hosts whose user 'default' has a password has a secret",
    why: "Without one a distributed query logs in on the other hosts as 'default' with no password.",
    fix: 'write secret: { auto: "yes" } in the cluster.',
    source: 'operator #265, #392, #1376; helm-charts #126',
    check: forEach(clickhousesOf, defaultWithPassword),
  },
];
