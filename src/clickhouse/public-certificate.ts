import type { Settings } from '../altinity/spec/values';
import { usualPorts } from '../altinity/usual-ports';
import { layerCertificate } from '../environment/server-tls';
import { type IssuerReference, secretOrIssuer } from '../environment/tls';
import { isDnsSubdomain } from '../kubernetes/names';
import type { Problems } from '../kubernetes/prop-error';
import { type Check, leaf, listOf } from '../kubernetes/shape';
import type { ResolvedExposure } from '../platform/resolve-exposure';

/** A certificate that clients from outside trust, on ports of its own: a Secret, or an issuer that makes one. */
export type PublicCertificate =
  | {
      /** Secret with `tls.crt` and `tls.key`. */
      readonly secret: string;
      readonly issuer?: never;
      readonly hostnames?: never;
    }
  | {
      /** Who signs it, such as one for Let's Encrypt. */
      readonly issuer: IssuerReference;
      /** Names that it is for; the first label may be `*`. @default - `exposure.hostname` */
      readonly hostnames?: readonly string[];
      readonly secret?: never;
    };

/** A public certificate with all defaults applied. */
export interface ResolvedPublicCertificate {
  readonly secret: string;
  /** What cert-manager is asked for. @default - the Secret is made elsewhere */
  readonly request?: { readonly issuer: IssuerReference; readonly hostnames: readonly string[] };
}

/** Ports of the public layers, and what clients know them as. The usual ones belong to the certificate inside. */
export const publicPorts = {
  https: { port: usualPorts.https, target: 8444 },
  native: { port: usualPorts.tcpSecure, target: 9441 },
} as const;

const hostname: Check = leaf(
  (value) => typeof value === 'string' && isDnsSubdomain(value.replace(/^\*\./, '')) && value.includes('.'),
  {
    must: 'be a full DNS name',
    fix: "write a name such as 'events.example.com'.",
    decides: 'names that are compared',
  },
);

/** Checks of a {@link PublicCertificate}. */
export const publicCertificate: Check = secretOrIssuer({ hostnames: listOf(hostname, { least: 1 }) });

/** Applies defaults. Undefined when there is none or something is wrong. */
export function resolvePublicCertificate(
  cluster: string,
  given: PublicCertificate | undefined,
  exposure: ResolvedExposure | undefined,
  problems: Problems,
): ResolvedPublicCertificate | undefined {
  if (given === undefined || problems.has('exposure')) return undefined;
  if (exposure === undefined)
    problems.add({
      rule: 'tls/public-certificate',
      prop: 'publicCertificate',
      must: 'be left out where nobody connects from outside',
      got: given,
      fix: 'write exposure, too, or remove it.',
    });
  if (given.secret !== undefined) return { secret: given.secret };
  const hostnames = given.hostnames ?? (exposure?.spec.hostname === undefined ? [] : [exposure.spec.hostname]);
  if (exposure && hostnames.length === 0)
    problems.add({
      rule: 'tls/public-certificate',
      prop: 'publicCertificate.hostnames',
      must: 'name the hosts, because exposure.hostname does not',
      got: given.hostnames,
      fix: "write exposure: Exposure.internal({ hostname: 'events.example.com' }).",
    });
  return { secret: `${cluster}-public-tls`, request: { issuer: given.issuer, hostnames } };
}

/** Name of the files of the public certificate. */
export const publicFile = 'public';

/**
 * Two protocols over a TLS layer with the public certificate, beside the usual ports.
 * @see https://clickhouse.com/docs/operations/settings/composable-protocols
 */
export function publicProtocols(directory: string): Settings {
  const layer = (name: string, over: string, port: number): Settings => ({
    [`protocols/${name}/type`]: 'tls',
    [`protocols/${name}/impl`]: over,
    [`protocols/${name}/port`]: port,
    ...layerCertificate(name, `${directory}/${publicFile}`),
  });
  return {
    'protocols/public_http/type': 'http',
    'protocols/public_tcp/type': 'tcp',
    ...layer('public_https', 'public_http', publicPorts.https.target),
    ...layer('public_native', 'public_tcp', publicPorts.native.target),
  };
}
