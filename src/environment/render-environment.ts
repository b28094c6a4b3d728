import type { Manifest } from '../kubernetes/manifest';
import { renderIssuers } from '../services/issuers/render-issuers';
import type { ResolvedEnvironment } from './options';
import { renderNamespace } from './render-namespace';
import { renderNamespacePolicies } from './render-network';
import { renderRoles } from './render-roles';
import { renderAuthority } from './render-tls';

/** Everything that an environment has without any database. */
export function renderEnvironment(resolved: ResolvedEnvironment): readonly Manifest[] {
  return [
    ...(resolved.createsNamespace ? [renderNamespace(resolved), ...renderNamespacePolicies(resolved)] : []),
    ...renderRoles(resolved),
    ...renderAuthority(resolved),
    ...renderIssuers(resolved.issuers, resolved.namespace, resolved.gitops),
  ];
}
