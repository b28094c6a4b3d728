import { ArgoCd, ClusterServices, Environment, Flux, Operator, Platform } from 'anyhouse';
import { App } from 'cdk8s';
import type { Probe } from './prop-outputs';

const platform = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a'] });
const url = 'https://github.com/example/databases';

function probe(gitops: 'argocd' | 'flux', given: object): Probe {
  const build = (props: object) => {
    const app = new App();
    const services = new ClusterServices(app, 'services', { platform, gitops, operator: Operator.existing() });
    const environments = [new Environment(app, 'staging', { platform, gitops })];
    const Delivery: new (...args: never) => unknown = gitops === 'argocd' ? ArgoCd : Flux;
    new Delivery(...([app, 'databases', { services, environments, ...props }] as never));
  };
  return { owner: gitops === 'argocd' ? 'ArgoCd' : 'Flux', tree: { props: given }, build };
}

/** What delivers environments: no random program has it. */
export const gitopsProbes: readonly Probe[] = [
  probe('argocd', {
    name: 'databases',
    namespace: 'argocd',
    cluster: 'europe',
    prune: 'manual',
    repository: { url, revision: 'main', path: 'deploy' },
    revisions: { staging: 'v2' },
  }),
  probe('flux', {
    name: 'databases',
    namespace: 'flux-system',
    prune: 'manual',
    timeout: '30m',
    repository: { url, revision: 'main', path: 'deploy', secret: 'repository' },
    revisions: { staging: 'v2' },
  }),
  probe('flux', { source: { kind: 'GitRepository', name: 'flux-system', namespace: 'sources', path: 'deploy' } }),
];
