import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { asText, at, list, type Manifest, record, text } from '../../kubernetes/manifest';

const group = 'cert-manager.io';

/** Objects of cert-manager of a kind. */
export function ofCertManager(set: ManifestSet, kind: string): readonly Manifest[] {
  return set.ofKind(kind).filter(({ apiVersion }) => text(apiVersion)?.startsWith(`${group}/`));
}

/** A Certificate, with what it asks for. */
export interface Request {
  readonly certificate: Manifest;
  readonly spec: Readonly<Record<string, unknown>>;
  /** Its names, each with the pointer to it. */
  readonly names: readonly { readonly name: string; readonly pointer: string }[];
  /** Kind and name of its issuer; absent where it is none of cert-manager itself. */
  readonly reference?: { readonly kind: string; readonly name: string };
  /** The issuer, where the set has it. */
  readonly issuer?: Manifest;
}

/** A check of one Certificate at a time. */
export function forEachRequest(check: (request: Request, set: ManifestSet) => Iterable<Fault>): Rule['check'] {
  return function* (set) {
    for (const certificate of ofCertManager(set, 'Certificate')) yield* check(requestOf(set, certificate), set);
  };
}

function requestOf(set: ManifestSet, certificate: Manifest): Request {
  const spec = record(certificate.spec);
  const names = [
    ...list(spec.dnsNames).map((name, index) => ({ name, pointer: `/spec/dnsNames/${index}` })),
    { name: spec.commonName, pointer: '/spec/commonName' },
  ].flatMap(({ name, pointer }) => (text(name) ? [{ name: String(name), pointer }] : []));
  const given = record(spec.issuerRef);
  const kind = given.kind === undefined || given.kind === '' ? 'Issuer' : asText(given.kind);
  const name = text(given.name);
  const isOwn = given.group === undefined || given.group === '' || given.group === group;
  if (!isOwn || name === undefined || !['Issuer', 'ClusterIssuer'].includes(kind)) return { certificate, spec, names };
  const issuer = issuersNear(set, certificate).find(
    (object) =>
      object.kind === kind &&
      object.metadata.name === name &&
      (kind === 'ClusterIssuer' || namespaceOf(object) === namespaceOf(certificate)),
  );
  return { certificate, spec, names, reference: { kind, name }, ...(issuer && { issuer }) };
}

/** All issuers of the same Kubernetes cluster. */
export function issuersNear(set: ManifestSet, object: Manifest): readonly Manifest[] {
  return ['ClusterIssuer', 'Issuer']
    .flatMap((kind) => ofCertManager(set, kind))
    .filter((issuer) => set.clusterOf(issuer) === set.clusterOf(object));
}

/** Namespace of an object, as text. */
export function namespaceOf({ metadata }: Manifest): string {
  return text(metadata.namespace) ?? '';
}

/** The ACME part of an issuer; undefined where it is another one. */
export function acmeOf(issuer: Manifest | undefined): Readonly<Record<string, unknown>> | undefined {
  const acme = at(issuer?.spec, 'acme');
  return typeof acme === 'object' && acme !== null ? record(acme) : undefined;
}
