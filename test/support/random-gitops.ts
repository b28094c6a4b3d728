import type {
  ArgoCdProps,
  ArgoCdTransforms,
  FluxProps,
  FluxRepositoryOptions,
  FluxSourceReference,
  FluxTransforms,
  RepositoryOptions,
} from 'anyhouse';
import fc from 'fast-check';
import { type Fields, options, seldom } from './random-options';

const { constant, constantFrom } = fc;

const path = constantFrom('.', 'deploy', './deploy/europe/');
const revision = constantFrom('main', 'release', 'v1.2.3', 'refs/tags/v1', 'HEAD');
const prune = constantFrom('manual', 'automatic');
const same = constant((manifest: object) => manifest);

const repository = options(
  {
    url: constantFrom(
      'https://github.com/example/databases',
      'ssh://git@example.com/databases.git',
      'git@example.com:databases',
    ),
    revision,
    path,
  } satisfies Fields<RepositoryOptions>,
  'url',
);

const fluxRepository = options(
  {
    url: constantFrom('https://github.com/example/databases', 'oci://ghcr.io/example/databases'),
    revision,
    path,
    secret: constant('repository'),
  } satisfies Fields<FluxRepositoryOptions>,
  'url',
  'revision',
);

const delivery = {
  name: constantFrom('databases', 'data.europe'),
  revisions: seldom(constant({ staging: 'v2' })),
};

/** Props of ArgoCd; services and environments come when it is built. */
export const argoCdProps = options(
  {
    ...delivery,
    repository,
    namespace: constantFrom('argocd', 'gitops'),
    cluster: seldom(constant('europe')),
    prune,
    transform: options({ project: same, application: same } satisfies Fields<ArgoCdTransforms>),
  } satisfies Fields<ArgoCdProps, 'services' | 'environments'>,
  'repository',
);

/** Props of Flux; services and environments come when it is built. */
export const fluxProps = options({
  ...delivery,
  repository: seldom(fluxRepository),
  source: options({
    kind: constantFrom('GitRepository', 'OCIRepository', 'Bucket'),
    name: constantFrom('flux-system', 'manifests'),
    namespace: constant('sources'),
    path,
  } satisfies Fields<FluxSourceReference>),
  namespace: constantFrom('flux-system', 'gitops'),
  prune,
  timeout: constantFrom('30m', '1h30m', '90s'),
  transform: options({ source: same, kustomization: same } satisfies Fields<FluxTransforms>),
} satisfies Fields<FluxProps, 'services' | 'environments'>);
