import { all, type Check, leaf, mapOf, objectName } from '../../kubernetes/shape';
import { accountKeySuffix, Issuer } from './issuer';

/** Checks of issuers by name, in props. */
export const issuers: Check = mapOf(
  all(
    objectName,
    leaf((name) => String(name).length <= 253 - accountKeySuffix.length, {
      rule: 'names/too-long',
      must: `leave room for '${accountKeySuffix}' in 253 characters`,
      fix: 'shorten it.',
    }),
  ),
  leaf((value) => value instanceof Issuer, {
    must: 'be an Issuer',
    fix: 'write Issuer.acme({ ... }), Issuer.ca({ ... }) or Issuer.selfSigned().',
  }),
);
