import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { goDuration } from '../../kubernetes/go-duration';
import { integer, list, record, text } from '../../kubernetes/manifest';
import { suggest } from '../../kubernetes/suggest';
import { isToken } from '../../kubernetes/token';
import { isPublicAuthority, isPublicName, letsEncrypt } from '../issuers/public-names';
import { canProve, hasSolver } from '../issuers/solvers';
import { acmeOf, forEachRequest, issuersNear, namespaceOf, type Request } from './issued';

const reference = '/spec/issuerRef';

function* unsolved({ certificate, names, issuer }: Request): Generator<Fault> {
  const acme = acmeOf(issuer);
  if (!acme || !issuer) return;
  const solvers = list(acme.solvers);
  for (const { name, pointer } of names) {
    if (hasSolver(solvers, name, record(certificate.metadata.labels))) continue;
    const why = solvers.some((solver) => canProve(solver, name))
      ? `no selector of its solvers matches '${name}'`
      : name.startsWith('*.') && solvers.length > 0
        ? `its solvers are for HTTP01, which cannot prove '${name}'`
        : 'it has no solver';
    yield { object: certificate, pointer, message: `${issuer.kind} '${issuer.metadata.name}': ${why}.` };
  }
}

function* elsewhere({ certificate, reference: wanted, issuer }: Request, set: ManifestSet): Generator<Fault> {
  if (!wanted || issuer) return;
  const { kind, name } = wanted;
  const same = issuersNear(set, certificate).filter(({ metadata }) => metadata.name === name);
  const inPlace = same.find(
    (object) => object.kind === 'ClusterIssuer' || namespaceOf(object) === namespaceOf(certificate),
  );
  if (inPlace) {
    const message = `'${name}' is of kind ${inPlace.kind}, not ${kind}.`;
    yield { object: certificate, pointer: `${reference}/kind`, message, fix: `write kind: '${inPlace.kind}'.` };
  } else if (kind === 'Issuer' && same[0]) {
    const message = `Issuer '${name}' stands in namespace '${namespaceOf(same[0])}' and is for that one only.`;
    const fix = 'declare it in this namespace, too, or once as a ClusterIssuer.';
    yield { object: certificate, pointer: `${reference}/name`, message, fix };
  }
}

function* misspelt({ certificate, reference: wanted, issuer }: Request, set: ManifestSet): Generator<Fault> {
  if (!wanted || issuer) return;
  const { kind, name } = wanted;
  const names = issuersNear(set, certificate)
    .filter((object) => object.kind === 'ClusterIssuer' || namespaceOf(object) === namespaceOf(certificate))
    .flatMap(({ metadata }) => text(metadata.name) ?? []);
  const meant = names.includes(name) ? undefined : suggest(name, names);
  if (meant === undefined) return;
  const message = `no ${kind} '${name}' is declared, but '${meant}' is.`;
  yield { object: certificate, pointer: `${reference}/name`, message, fix: `write '${meant}', if that is meant.` };
}

function* staging({ certificate, issuer }: Request, set: ManifestSet): Generator<Fault> {
  if (set.contextOf(certificate).stage !== 'production' || !issuer) return;
  if (acmeOf(issuer)?.server === letsEncrypt.staging)
    yield { object: certificate, pointer: reference, message: `'${issuer.metadata.name}' is for the staging server.` };
}

function* notPublic({ certificate, names, issuer }: Request): Generator<Fault> {
  const server = text(acmeOf(issuer)?.server);
  if (server === undefined || !issuer || !isPublicAuthority(server)) return;
  for (const { name, pointer } of names) {
    if (isPublicName(name.replace(/^\*\./, ''))) continue;
    yield { object: certificate, pointer, message: `'${issuer.metadata.name}' cannot sign '${name}'.` };
  }
}

/** As the admission webhook of cert-manager judges; what is no duration is refused by the API server. */
function* durations({ certificate, spec }: Request): Generator<Fault> {
  const at = (field: string, message: string): Fault => ({ object: certificate, pointer: `/spec/${field}`, message });
  const seconds = (value: unknown) => goDuration(text(value) ?? '');
  const duration = spec.duration === undefined ? 90 * 86_400 : seconds(spec.duration);
  const renewBefore = seconds(spec.renewBefore);
  const percentage = integer(spec.renewBeforePercentage);
  if (duration === undefined) return;
  if (duration < 3600) yield at('duration', `${text(spec.duration)} is less than an hour.`);
  if (renewBefore !== undefined && percentage !== undefined)
    yield at('renewBefore', 'renewBeforePercentage says something else.');
  if (renewBefore !== undefined && renewBefore < 300)
    yield at('renewBefore', `${text(spec.renewBefore)} is less than five minutes.`);
  if (renewBefore !== undefined && renewBefore >= duration)
    yield at('renewBefore', `${text(spec.renewBefore)} is not before ${text(spec.duration) ?? '2160h'}.`);
  if (percentage === undefined) return;
  const rest = (duration * (100 - percentage)) / 100;
  if (rest < 300 || rest >= duration)
    yield at('renewBeforePercentage', `${percentage} % of the time leave none, or less than five minutes.`);
}

function* ignoredDuration({ certificate, spec, issuer }: Request): Generator<Fault> {
  const acme = acmeOf(issuer);
  if (
    !acme ||
    spec.duration === undefined ||
    acme.enableDurationFeature === true ||
    isToken(acme.enableDurationFeature)
  )
    return;
  const message = `'${issuer?.metadata.name}' is an ACME authority, which decides by itself.`;
  yield { object: certificate, pointer: '/spec/duration', message };
}

/** Rules about Certificates of cert-manager, and the issuers that they name. */
export const certificateRules: readonly Rule[] = [
  {
    id: 'certificates/no-solver',
    severity: 'error',
    title: 'An ACME issuer has a solver for every name of a Certificate',
    why: 'The order fails, and pods wait for their certificate. HTTP01 cannot prove names with a "*".',
    fix: 'add a DNS01 solver whose zones hold the name.',
    source: 'cert-manager, pkg/util/solverpicker; RFC 8555, section 7.1.3; Let’s Encrypt, challenge types',
    check: forEachRequest(unsolved),
  },
  {
    id: 'certificates/issuer-place',
    severity: 'error',
    title: 'A Certificate names its issuer with the right kind, and an Issuer in its own namespace',
    why: 'cert-manager looks for an Issuer in the namespace of the Certificate only, and waits for it without an end.',
    fix: 'write the kind and the name of an issuer that is there.',
    source: 'cert-manager documentation, issuer configuration (namespaces)',
    check: forEachRequest(elsewhere),
  },
  {
    id: 'certificates/issuer-name',
    severity: 'advice',
    title: 'The name of an issuer is not just near to one that is declared',
    why: 'It may be there in the cluster; if not, the Certificate waits without an end.',
    fix: 'compare the names.',
    source: 'cert-manager documentation, issuer configuration',
    check: forEachRequest(misspelt),
  },
  {
    id: 'certificates/staging',
    severity: 'warning',
    stage: 'production',
    title: 'Certificates of production come from an authority that clients trust',
    why: 'The staging server of Let’s Encrypt signs with roots that no client knows.',
    fix: "write server: 'production'.",
    source: 'Let’s Encrypt documentation, staging environment',
    check: forEachRequest(staging),
  },
  {
    id: 'certificates/not-public',
    severity: 'error',
    title: 'Public authorities are asked for public names only',
    why: 'They refuse names without a public suffix, such as those of Services, so that the Certificate is never made.',
    fix: 'use Issuer.ca or the authority of the environment for names inside.',
    source: 'CA/Browser Forum, Baseline Requirements (internal names); IANA, special-use domain names',
    check: forEachRequest(notPublic),
  },
  {
    id: 'certificates/duration',
    severity: 'error',
    title: 'A Certificate is valid for an hour at least, and renewed five minutes at least before its end',
    why: 'The webhook of cert-manager refuses anything else; a percentage that stands alone is ignored instead.',
    fix: "write duration: '2160h' and renewBefore: '720h'.",
    source: 'cert-manager, internal/apis/certmanager/validation/certificate.go (ValidateDuration)',
    check: forEachRequest(durations),
  },
  {
    id: 'certificates/acme-duration',
    severity: 'warning',
    title: 'How long a Certificate is valid is asked of an authority that listens',
    why: 'cert-manager does not pass it on to an ACME server unless enableDurationFeature is set, which Let’s Encrypt refuses.',
    fix: 'remove duration; choose a profile at the issuer for shorter ones.',
    source: 'cert-manager, pkg/apis/acme/v1/types_issuer.go (enableDurationFeature)',
    check: forEachRequest(ignoredDuration),
  },
];
