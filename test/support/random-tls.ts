import type { CertManagerOptions, TlsSecretsOptions } from 'anyhouse';
import fc from 'fast-check';
import type { Made } from './random-made';
import { type Fields, options, seldom } from './random-options';

const { constant, constantFrom, record, tuple } = fc;
const issuer = options({ name: constantFrom('company-ca'), kind: constantFrom('Issuer', 'ClusterIssuer') }, 'name');
const make = (factory: Made['make'], from: fc.Arbitrary<unknown>): fc.Arbitrary<Made> =>
  record({ make: constant(factory), from: tuple(from) });

/** Encryption of an environment. */
export const tls = fc.oneof(
  make('Tls.off', constantFrom('a service mesh encrypts')),
  make(
    'Tls.certManager',
    options({
      issuer,
      duration: constantFrom('2160h', '8760h'),
      renewBefore: constantFrom('720h'),
    } satisfies Fields<CertManagerOptions>),
  ),
  make('Tls.secrets', options({ server: constantFrom('company-tls') } satisfies Fields<TlsSecretsOptions>)),
);

/** A certificate that clients from outside trust. */
export const publicCertificate = seldom(
  fc.oneof(
    record({ secret: constant('public-tls') }),
    options({ issuer, hostnames: constantFrom(['events.example.com', '*.events.example.com']) }, 'issuer'),
  ),
);
