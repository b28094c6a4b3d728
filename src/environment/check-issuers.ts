import type { Problems } from '../kubernetes/prop-error';
import { ambientRule } from '../services/issuers/issuer';
import type { EnvironmentProps } from './options';
import { authorityIssuers } from './render-tls';
import type { ResolvedTls } from './tls';

/**
 * Reports issuers that cannot work in a namespace, or that the environment makes itself. cert-manager gives its own
 * credentials to ClusterIssuers only, unless it runs with `--issuer-ambient-credentials`: who acknowledges the rule says so.
 */
export function checkIssuers(problems: Problems, given: EnvironmentProps, tls: ResolvedTls | undefined): void {
  for (const [name, { ambient }] of Object.entries(given.issuers ?? {})) {
    const prop = `issuers.${name}`;
    if (authorityIssuers(tls).includes(name))
      problems.add({
        rule: 'names/duplicate',
        prop,
        must: 'have another name, because tls makes an Issuer of this one',
        got: name,
        fix: "choose another name, or write tls: Tls.certManager({ issuer: { name: '...' } }).",
      });
    const [provider] = ambient;
    if (provider === undefined || given.acknowledge?.[ambientRule] !== undefined) continue;
    problems.add({
      rule: ambientRule,
      prop,
      must: 'bring credentials, because cert-manager gives those of its own pods to ClusterIssuers only',
      gotText: `Dns01.${provider} without them`,
      fix: `move it to issuers of ClusterServices, or write Dns01.${provider}({ credentials: { name: '...' } }).`,
    });
  }
}
