import { createHash, randomInt } from 'node:crypto';
import type { NeededSecret } from './needed';
import type { SecretReference } from './references';

/** Data of a Secret, as far as it can be made up. */
export interface MadeUp {
  readonly data: Readonly<Record<string, string>>;
  /** Keys that somebody has to fill in; `*` when it is not known which. */
  readonly missing: readonly string[];
}

/** Values for the keys of a Secret: passwords at random, their hashes, and names of users. */
export function makeUp({ references }: NeededSecret, random: () => string = randomPassword): MadeUp {
  const data: Record<string, string> = {};
  const hashes = references.filter(({ use }) => use === 'password-sha256' || use === 'password-double-sha1');
  for (const { key, use } of references) {
    if (key !== undefined && (use === 'password' || use === 'shared-secret')) data[key] ??= random();
  }
  for (const hash of hashes) {
    const key = passwordKeyOf(hash, references);
    data[key] ??= random();
    data[hash.key ?? ''] = hashOf(data[key] ?? '', hash.use);
  }
  const users = new Set(references.flatMap(({ user }) => user ?? []));
  const [user] = users;
  const missing = new Set<string>();
  for (const { key, use } of references.filter(
    ({ use }) => use === 'given' || use === 'image-pull' || use === 'certificate',
  )) {
    if (key !== undefined && data[key] !== undefined) continue;
    if (key !== undefined && /user/i.test(key) && users.size === 1 && user !== undefined) data[key] = user;
    else if (use === 'image-pull' || key !== undefined || Object.keys(data).length === 0) missing.add(key ?? '*');
  }
  return { data, missing: [...missing] };
}

/**
 * The key with the password to a hash. Where one user has the Secret for itself, it is the other key that somebody
 * reads; `password` when nobody does.
 */
function passwordKeyOf(hash: SecretReference, references: readonly SecretReference[]): string {
  const alone = new Set(references.flatMap(({ user }) => user ?? [])).size <= 1;
  const read = references.flatMap(({ key, use }) => (key !== undefined && use === 'given' ? [key] : []));
  if (alone) {
    const own = references.find(({ use }) => use === 'password')?.key;
    return own ?? read.find((key) => /pass/i.test(key)) ?? read.find((key) => !/user/i.test(key)) ?? 'password';
  }
  const base = (hash.key ?? '').replace(/_?(double_)?sha\d+(_hex)?$/, '');
  return base !== '' && base !== hash.key ? base : `${hash.user}_password`;
}

/** What ClickHouse compares with, in hexadecimal. */
function hashOf(password: string, use: SecretReference['use']): string {
  if (use === 'password-sha256') return createHash('sha256').update(password).digest('hex');
  const once = createHash('sha1').update(password).digest();
  return createHash('sha1').update(once).digest('hex');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 32 letters and digits, which are 190 bits, and need no quotes anywhere. */
export function randomPassword(): string {
  return Array.from({ length: 32 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
