import { Environment } from '../environment/environment';
import { goDuration } from '../kubernetes/go-duration';
import { late } from '../kubernetes/late';
import {
  all,
  type Check,
  callback,
  leaf,
  line,
  listOf,
  mapOf,
  namespaceName,
  objectName,
  oneOf,
  required,
  shape,
} from '../kubernetes/shape';
import { ClusterServices } from '../services/cluster-services';
import type {
  ArgoCdProps,
  ArgoCdTransforms,
  DeliveryOptions,
  FluxProps,
  FluxRepositoryOptions,
  FluxSourceReference,
  FluxTransforms,
  RepositoryOptions,
} from './options';

const scheme = /^(https?|ssh|oci):\/\/[^\s/]+\/\S+$/;
/** As Git writes it for SSH: user@host:path. */
const shortForm = /^[\w.-]+@[\w.-]+:[^\s/]\S*$/;

/** A name before `@` is who logs in with SSH, and is a token everywhere else. */
const holdsPassword = (url: string) =>
  /[?&][^=&]*(token|password|secret|key)[^=&]*=/i.test(url) ||
  (/^ssh:/.test(url) ? /^ssh:\/\/[^/@]*:[^/@]*@/.test(url) : /^[a-z]+:\/\/[^/]*@/.test(url));

const url: Check = all(
  // Whoever reads an error must not read a password in it.
  (value, prop, problems) => {
    if (typeof value === 'string' && holdsPassword(value))
      problems.add({
        rule: 'gitops/password',
        prop,
        must: 'hold no password or token',
        gotText: 'an address with one (not printed)',
        fix: 'write the address alone; Argo CD and Flux take credentials from a Secret.',
      });
  },
  leaf((value) => typeof value === 'string' && (scheme.test(value) || shortForm.test(value)), {
    rule: 'gitops/repository',
    must: 'be the address of a repository, with https, http, ssh or oci',
    fix: "write 'https://github.com/example/databases' or 'git@github.com:example/databases'.",
  }),
);

const revision: Check = leaf((value) => typeof value === 'string' && /^[\w][^\s~^:?*[\\]*$/.test(value), {
  rule: 'gitops/revision',
  must: 'be a branch, tag or commit',
  fix: "write 'main'.",
});

const path: Check = leaf(
  (value) =>
    typeof value === 'string' && /^(\.|(\.\/)?[\w.-]+(\/[\w.-]+)*\/?)$/.test(value) && !/(^|\/)\.\.(\/|$)/.test(value),
  {
    rule: 'gitops/path',
    must: 'be a folder of the repository, from its root',
    fix: "write 'deploy'.",
  },
);

const place = {
  url: required(url, {
    must: 'say where the repository is',
    fix: "write url: 'https://github.com/example/databases'.",
  }),
  revision,
  path,
} satisfies { readonly [Key in keyof Required<RepositoryOptions>]: Check };

const delivery = {
  services: required(
    leaf((value) => ClusterServices.isClusterServices(value), {
      must: 'be the ClusterServices of the cluster',
      fix: "write new ClusterServices(app, 'services', { platform, gitops }).",
    }),
    {
      rule: 'gitops/services',
      must: 'be delivered, too: environments need its storage classes and its operator',
      fix: "write services: new ClusterServices(app, 'services', { platform, gitops }).",
    },
  ),
  environments: required(
    listOf(
      leaf((value) => Environment.isEnvironment(value), {
        must: 'be an Environment',
        fix: 'write the Environment itself, not its id.',
      }),
      { least: 1, fix: 'list the environments of the program.' },
    ),
    { must: 'list the environments', fix: 'list the environments of the program.' },
  ),
  name: objectName,
  revisions: mapOf(line, revision),
} satisfies { readonly [Key in keyof Required<DeliveryOptions>]: Check };

/** Props of ArgoCd. */
export const argoCdProps: Check = shape<ArgoCdProps>({
  ...delivery,
  repository: required(shape<RepositoryOptions>(place), {
    must: 'say where the manifests lie',
    fix: "write repository: { url: 'https://github.com/example/databases', path: 'deploy' }.",
  }),
  namespace: namespaceName,
  cluster: late(line),
  prune: oneOf(['manual', 'automatic']),
  transform: shape<ArgoCdTransforms>({ project: callback, application: callback }),
});

/** Props of Flux. */
export const fluxProps: Check = shape<FluxProps>({
  ...delivery,
  repository: shape<FluxRepositoryOptions>({ ...place, secret: late(objectName) }),
  source: shape<FluxSourceReference>({
    kind: oneOf(['GitRepository', 'OCIRepository', 'Bucket']),
    name: objectName,
    namespace: namespaceName,
    path,
  }),
  namespace: namespaceName,
  prune: oneOf(['manual', 'automatic']),
  timeout: leaf(
    (value) => typeof value === 'string' && /^([0-9.]+(ms|s|m|h))+$/.test(value) && (goDuration(value) ?? 0) >= 60,
    {
      rule: 'gitops/timeout',
      must: 'be a time of a minute or more, in s, m and h',
      fix: "write '30m'.",
    },
  ),
  transform: shape<FluxTransforms>({ source: callback, kustomization: callback }),
});
