/**
 * Last labels that no public authority signs: reserved ones, and those that companies have inside.
 * @see https://www.iana.org/assignments/special-use-domain-names
 */
const privateEndings = [
  ...['alt', 'example', 'invalid', 'local', 'localhost', 'onion', 'test'],
  ...['internal', 'svc', 'corp', 'home', 'intranet', 'lan', 'localdomain', 'private'],
];

/** Whether a public authority could sign a name: it stands below a public suffix, as far as one can tell offline. */
export function isPublicName(name: string): boolean {
  const labels = name.toLowerCase().replace(/\.$/, '').split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && !privateEndings.includes(last) && !(last === 'arpa' && labels.at(-2) === 'home');
}

/** Authorities that sign for everybody's browsers, and so for public names only. Others may sign what they like. */
const publicAuthorities = ['letsencrypt.org', 'pki.goog', 'zerossl.com', 'buypass.com', 'ssl.com', 'sectigo.com'];

/** Whether the directory of an ACME server is one of a public authority. */
export function isPublicAuthority(server: string): boolean {
  const host = /^https:\/\/([a-z0-9.-]+)/i.exec(server)?.[1]?.toLowerCase() ?? '';
  return publicAuthorities.some((name) => host === name || host.endsWith(`.${name}`));
}

/** Directories of Let's Encrypt. */
export const letsEncrypt = {
  production: 'https://acme-v02.api.letsencrypt.org/directory',
  staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
} as const;
