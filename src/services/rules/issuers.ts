import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { asText, at, list, record } from '../../kubernetes/manifest';
import { isToken } from '../../kubernetes/token';
import { ambientRule } from '../issuers/issuer';
import { acmeOf, ofCertManager } from './issued';

/** What tells that a solver brings credentials; without, cert-manager looks for those of its own pods. */
const bringsOwn: Readonly<Record<string, (provider: Readonly<Record<string, unknown>>) => boolean>> = {
  // One key without the other is refused by cert-manager, too, but not for this reason.
  route53: ({ accessKeyID, accessKeyIDSecretRef, secretAccessKeySecretRef, auth }) =>
    [accessKeyID, accessKeyIDSecretRef, secretAccessKeySecretRef, at(auth, 'kubernetes')].some(Boolean),
  cloudDNS: ({ serviceAccountSecretRef }) => Boolean(serviceAccountSecretRef),
  azureDNS: ({ clientID }) => Boolean(clientID),
};

function* ambient(set: ManifestSet): Generator<Fault> {
  if (isAllowed(set)) return;
  for (const issuer of ofCertManager(set, 'Issuer')) {
    for (const [index, solver] of list(acmeOf(issuer)?.solvers).entries()) {
      const dns01 = record(record(solver).dns01);
      for (const [provider, hasOwn] of Object.entries(bringsOwn)) {
        if (typeof dns01[provider] !== 'object' || dns01[provider] === null || hasOwn(record(dns01[provider])))
          continue;
        const message = `its solver for ${provider} has no credentials.`;
        yield { object: issuer, pointer: `/spec/acme/solvers/${index}/dns01/${provider}`, message };
      }
    }
  }
}

/** Whether cert-manager is among the manifests, with the flag that allows it. */
function isAllowed(set: ManifestSet): boolean {
  return set.ofKind('Deployment').some((deployment) =>
    list(at(deployment, 'spec', 'template', 'spec', 'containers'))
      .flatMap((container) => list(record(container).args))
      .some((argument) => isToken(argument) || /^--issuer-ambient-credentials(=true)?$/.test(asText(argument))),
  );
}

const props = { severity: 'error' } as const;

/** Rules about issuers of cert-manager. */
export const issuerRules: readonly Rule[] = [
  {
    id: ambientRule,
    severity: 'error',
    about: 'environment',
    title: 'An Issuer brings the credentials of its DNS provider',
    why: 'cert-manager gives those of its own pods to ClusterIssuers only: whoever may create an Issuer could write to every zone.',
    fix: 'make it a ClusterIssuer, or name a Secret with keys. Where cert-manager runs with --issuer-ambient-credentials, acknowledge the rule.',
    source: 'cert-manager, pkg/controller/helper.go (CanUseAmbientCredentials); documentation, Route53 and CloudDNS',
    check: ambient,
  },
  {
    ...props,
    id: 'certificates/plain-credentials',
    title: 'Credentials of DNS providers stay in Secrets',
    why: 'Whoever may read the repository could change every record of the zone.',
    fix: "name a Secret: { name: 'cloudflare', key: 'api-token' }.",
    source: 'cert-manager, pkg/apis/acme/v1/types_issuer.go',
  },
  {
    ...props,
    id: 'certificates/credentials',
    title: 'A solver has one kind of credentials',
    why: 'The webhook of cert-manager refuses two.',
    fix: 'keep one of them.',
    source: 'cert-manager, internal/apis/certmanager/validation/issuer.go',
  },
  {
    ...props,
    id: 'certificates/solver-zones',
    title: 'Every solver has names to solve, in zones that it can write to',
    why: 'cert-manager never uses the second of two solvers for one zone, and with Azure writes into the zone that it is told.',
    fix: 'give every solver zones of its own.',
    source: 'cert-manager, pkg/util/solverpicker; pkg/issuer/acme/dns/azuredns/azuredns.go (getHostedZoneName)',
  },
];
