import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest } from '../kubernetes/manifest';
import type { ResolvedEnvironment } from './options';
import type { IssuerReference, ResolvedTls } from './tls';

/** What a certificate may have, besides names. */
interface CertificateFields {
  readonly duration?: string;
  readonly renewBefore?: string;
  readonly usages?: readonly string[];
}

const authority = 'clickhouse-ca';
const selfSigned = 'clickhouse-self-signed';

/** Names of the Issuers that {@link renderAuthority} makes. */
export function authorityIssuers(tls: ResolvedTls | undefined): readonly string[] {
  return tls?.certManager && !tls.certManager.issuer ? [selfSigned, authority] : [];
}

/** What cert-manager makes certificates from; nothing where somebody else does. */
export function renderAuthority(environment: ResolvedEnvironment): readonly Manifest[] {
  if (authorityIssuers(environment.tls).length === 0) return [];
  return renderOwnAuthority(environment, { authority, selfSigned });
}

/** An authority of its own: an Issuer, the certificate that it signs for itself, and the Issuer that signs with that. */
export function renderOwnAuthority(
  environment: ResolvedEnvironment,
  { authority, selfSigned }: { readonly authority: string; readonly selfSigned: string },
): readonly Manifest[] {
  return [
    object(environment, 'Issuer', selfSigned, { selfSigned: {} }),
    object(environment, 'Certificate', authority, {
      isCA: true,
      commonName: `${environment.namespace} ${authority}`,
      secretName: authority,
      // Ten years. Servers read the authority at their start only, so that a new one needs a restart of everything.
      duration: '87600h',
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Never' },
      issuerRef: { name: selfSigned, kind: 'Issuer', group },
    }),
    object(environment, 'Issuer', authority, { ca: { secretName: authority } }),
  ];
}

/**
 * The certificate that all servers of the namespace share.
 * @param further names under which clients reach servers from outside
 */
export function renderServerCertificate(
  environment: ResolvedEnvironment,
  further: ReadonlySet<string>,
): Manifest | undefined {
  const { certManager, secret } = environment.tls ?? {};
  if (!certManager || secret === undefined) return undefined;
  const { issuer = { name: authority }, duration, renewBefore } = certManager;
  const names = [...serverNames(environment.namespace), ...[...further].sort()];
  // Members of a Keeper are clients of each other with the same certificate. Public authorities sign for servers only.
  const usages = ['digital signature', 'key encipherment', 'server auth', 'client auth'];
  return renderCertificate(environment, secret, names, issuer, { duration, renewBefore, usages });
}

/** Names of all servers of a namespace: Services and hosts by their full names, and the server itself by `localhost`. */
export function serverNames(namespace: string): readonly string[] {
  return [`*.${namespace}.svc.cluster.local`, `*.${namespace}.svc`, 'localhost'];
}

/** A certificate for servers, in the Secret of the same name. */
export function renderCertificate(
  environment: ResolvedEnvironment,
  name: string,
  dnsNames: readonly string[],
  { name: issuer, kind = 'Issuer' }: IssuerReference,
  { duration, renewBefore, usages }: CertificateFields = {},
): Manifest {
  return object(environment, 'Certificate', name, {
    secretName: name,
    dnsNames: [...dnsNames],
    ...(duration !== undefined && { duration }),
    ...(renewBefore !== undefined && { renewBefore }),
    ...(usages && { usages }),
    privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
    issuerRef: { name: issuer, kind, group },
  });
}

const group = 'cert-manager.io';

/** @see https://cert-manager.io/docs/reference/api-docs/ */
function object({ namespace, gitops }: ResolvedEnvironment, kind: string, name: string, spec: object): Manifest {
  return {
    apiVersion: `${group}/v1`,
    kind,
    metadata: { name, namespace, annotations: gitopsAnnotations(gitops, 'access', 'replaceable') },
    spec,
  };
}
