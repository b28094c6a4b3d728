import { ApiObject, ArgoCd, ClusterServices, Environment, Flux, Operator, Platform } from 'anyhouse';
import { App, Chart } from 'cdk8s';
import { eks, messageOf } from '../support/environments';
import { argoCdProgram, fluxProgram, repository } from './programs';

interface Parts {
  readonly app: App;
  readonly services: ClusterServices;
  readonly staging: Environment;
}

function parts(): Parts {
  const app = new App();
  const services = new ClusterServices(app, 'services', { platform: eks, gitops: 'argocd' });
  return { app, services, staging: new Environment(app, 'staging', { platform: eks, gitops: 'argocd' }) };
}

/** Props as they arrive from JavaScript, JSON or a cast: not checked by the compiler. */
function deliver(Delivery: typeof ArgoCd | typeof Flux, common: object, change: (parts: Parts) => object): unknown {
  const made = parts();
  const props = { services: made.services, environments: [made.staging], ...common, ...change(made) };
  return new Delivery(made.app, 'databases', props as never);
}

const argo = (change: (parts: Parts) => object) => deliver(ArgoCd, { repository }, change);
const flux = (change: (parts: Parts) => object) => deliver(Flux, {}, change);

// biome-ignore format: one case a line is easier to read
const cases: readonly (readonly [string, () => unknown, string])[] = [
  ['no gitops', () => argo(({ app }) => ({ environments: [new Environment(app, 'plain', { platform: eks })] })), `ArgoCd 'databases': environments[0] must be made with gitops: 'argocd', which marks what may never be removed, got no gitops. Fix: write gitops: 'argocd' there. [gitops/tool]`],
  ['gitops of another tool', () => argo(({ app }) => ({ environments: [new Environment(app, 'other', { platform: eks, gitops: 'flux' })] })), `ArgoCd 'databases': environments[0] must be made with gitops: 'argocd', which marks what may never be removed, got gitops: 'flux'. Fix: write gitops: 'argocd' there. [gitops/tool]`],
  ['services without a mark', () => argo(({ app }) => ({ services: new ClusterServices(new Chart(app, 'apart'), 'plain', { platform: eks }) })), `ArgoCd 'databases': services must be made with gitops: 'argocd', which marks what may never be removed, got no gitops. Fix: write gitops: 'argocd' there. [gitops/tool]`],
  ['no services', () => argo(() => ({ services: undefined })), `ArgoCd 'databases': services must be delivered, too: environments need its storage classes and its operator, got nothing. Fix: write services: new ClusterServices(app, 'services', { platform, gitops }). [gitops/services]`],
  ['services by name', () => argo(() => ({ services: 'services' })), `ArgoCd 'databases': services must be the ClusterServices of the cluster, got "services". Fix: write new ClusterServices(app, 'services', { platform, gitops }). [props/type]`],
  ['no environments', () => argo(() => ({ environments: [] })), `ArgoCd 'databases': environments must be a list with at least 1 entry, got []. Fix: list the environments of the program. [props/type]`],
  ['an environment twice', () => argo(({ staging }) => ({ environments: [staging, staging] })), `ArgoCd 'databases': environments[1] must have a folder of its own, got 'staging', which is the folder of 'staging'. Fix: list every environment once, and give each an id that differs in more than the case of letters. [gitops/folder]`],
  ['folders that differ in case', () => argo(({ app, staging }) => ({ environments: [staging, new Environment(app, 'Staging', { platform: eks, gitops: 'argocd', namespace: { name: 'other' } })] })), `2 problems in ArgoCd 'databases'\n  environments[1] must have a folder of its own, got 'Staging', which is the folder of 'staging'.\n    Fix: list every environment once, and give each an id that differs in more than the case of letters. [gitops/folder]\n  name must make names of at most 63 lower case letters, digits, "-" and ".", got 'databases-Staging'.\n    Fix: choose a shorter name, or ids in lower case. [gitops/name]`],
  ['the folder of another scope', () => argo(({ app }) => ({ environments: [new Environment(new Chart(app, 'a'), 'b', { platform: eks, gitops: 'argocd' }), new Environment(app, 'a-b', { platform: eks, gitops: 'argocd' })] })), `ArgoCd 'databases': environments[1] must have a folder of its own, got 'a-b', which is the folder of 'a/b'. Fix: list every environment once, and give each an id that differs in more than the case of letters. [gitops/folder]`],
  ['another cluster', () => argo(({ app, staging }) => ({ environments: [staging, new Environment(app, 'elsewhere', { platform: Platform.minikube(), gitops: 'argocd' })] })), `ArgoCd 'databases': environments[1] must stand in cluster 'eks', as services does, got 'elsewhere' in cluster 'minikube'. Fix: deliver it together with the ClusterServices of its own cluster. [gitops/cluster]`],
  ['no repository', () => argo(() => ({ repository: undefined })), `ArgoCd 'databases': repository must say where the manifests lie, got nothing. Fix: write repository: { url: 'https://github.com/example/databases', path: 'deploy' }. [props/required]`],
  ['a user and a token in the address', () => argo(() => ({ repository: { url: 'https://x-access-token:ghp_secret@github.com/example/databases' } })), `ArgoCd 'databases': repository.url must hold no password or token, got an address with one (not printed). Fix: write the address alone; Argo CD and Flux take credentials from a Secret. [gitops/password]`],
  ['a token in the address', () => argo(() => ({ repository: { url: 'https://ghp_secret@github.com/example/databases' } })), `ArgoCd 'databases': repository.url must hold no password or token, got an address with one (not printed). Fix: write the address alone; Argo CD and Flux take credentials from a Secret. [gitops/password]`],
  ['a password for ssh', () => argo(() => ({ repository: { url: 'ssh://git:secret@github.com/example/databases' } })), `ArgoCd 'databases': repository.url must hold no password or token, got an address with one (not printed). Fix: write the address alone; Argo CD and Flux take credentials from a Secret. [gitops/password]`],
  ['a token behind the address', () => argo(() => ({ repository: { url: 'https://example.com/databases?access_token=secret' } })), `ArgoCd 'databases': repository.url must hold no password or token, got an address with one (not printed). Fix: write the address alone; Argo CD and Flux take credentials from a Secret. [gitops/password]`],
  ['a folder', () => argo(() => ({ repository: { url: '../databases' } })), `ArgoCd 'databases': repository.url must be the address of a repository, with https, http, ssh or oci, got "../databases". Fix: write 'https://github.com/example/databases' or 'git@github.com:example/databases'. [gitops/repository]`],
  ['an artifact for argo', () => argo(() => ({ repository: { url: 'oci://ghcr.io/example/databases' } })), `ArgoCd 'databases': repository.url must be a Git repository, got "oci://ghcr.io/example/databases". Fix: write the address of a Git repository, or deliver with Flux. [gitops/repository]`],
  ['a revision with a space', () => argo(() => ({ repository: { ...repository, revision: 'main branch' } })), `ArgoCd 'databases': repository.revision must be a branch, tag or commit, got "main branch". Fix: write 'main'. [gitops/revision]`],
  ['a path out', () => argo(() => ({ repository: { ...repository, path: '../deploy' } })), `ArgoCd 'databases': repository.path must be a folder of the repository, from its root, got "../deploy". Fix: write 'deploy'. [gitops/path]`],
  ['an absolute path', () => argo(() => ({ repository: { ...repository, path: '/deploy' } })), `ArgoCd 'databases': repository.path must be a folder of the repository, from its root, got "/deploy". Fix: write 'deploy'. [gitops/path]`],
  ['a revision of nobody', () => argo(() => ({ revisions: { prod: 'release' } })), `ArgoCd 'databases': revisions.prod must be for one of staging, got "prod". Fix: write the id of an environment that is delivered. [gitops/revision]`],
  ['a long name', () => argo(() => ({ name: 'a-name-that-goes-on-and-on-and-on-until-nobody-can-read-it' })), `ArgoCd 'databases': name must make names of at most 63 lower case letters, digits, "-" and ".", got 'a-name-that-goes-on-and-on-and-on-until-nobody-can-read-it-services'. Fix: choose a shorter name, or ids in lower case. [gitops/name]`],
  ['an operator nobody reads', () => argoCdProgram({ cluster: 'europe' }, Operator.argoCd()), `ArgoCd 'databases': cluster must not be set: the operator comes with an Application, which nobody reads there, got "europe". Fix: install the operator in another way and write Operator.existing(), or run Argo CD in that cluster. [gitops/operator]`],
  ['prune by a boolean', () => argo(() => ({ prune: true })), `ArgoCd 'databases': prune must be "manual" or "automatic", got true. Fix: write "manual". [props/type]`],
  ['two sources', () => fluxProgram({ repository: { url: 'https://github.com/example/databases', revision: 'main' }, source: { name: 'flux-system' } }), `Flux 'databases': source must not be given beside repository, got {"name":"flux-system"}. Fix: keep one: repository makes a source, source names one that is there. [gitops/source]`],
  ['revisions of a source', () => fluxProgram({ revisions: { production: 'release' } }), `Flux 'databases': revisions must come with repository: a source that is there has one revision, got {"production":"release"}. Fix: write repository: { url, revision }. [gitops/source]`],
  ['no branch for flux', () => fluxProgram({ repository: { url: 'https://github.com/example/databases' } }), `Flux 'databases': repository.revision must name a branch: without one, Flux looks for master, got nothing. Fix: write revision: 'main'. [gitops/revision]`],
  ['HEAD for flux', () => fluxProgram({ repository: { url: 'https://github.com/example/databases', revision: 'HEAD' } }), `Flux 'databases': repository.revision must name a branch: without one, Flux looks for master, got "HEAD". Fix: write revision: 'main'. [gitops/revision]`],
  ['a short address for flux', () => fluxProgram({ repository: { url: 'git@github.com:example/databases', revision: 'main' } }), `Flux 'databases': repository.url must begin with https://, http://, ssh:// or oci://, for Flux, got "git@github.com:example/databases". Fix: write 'ssh://git@github.com/example/databases'. [gitops/repository]`],
  ['a short time', () => fluxProgram({ timeout: '10s' }), `Flux 'databases': timeout must be a time of a minute or more, in s, m and h, got "10s". Fix: write '30m'. [gitops/timeout]`],
  ['a time in days', () => fluxProgram({ timeout: '1d' }), `Flux 'databases': timeout must be a time of a minute or more, in s, m and h, got "1d". Fix: write '30m'. [gitops/timeout]`],
  ['argo environments for flux', () => flux(() => ({})), `2 problems in Flux 'databases'\n  services must be made with gitops: 'flux', which marks what may never be removed, got gitops: 'argocd'.\n    Fix: write gitops: 'flux' there. [gitops/tool]\n  environments[0] must be made with gitops: 'flux', which marks what may never be removed, got gitops: 'argocd'.\n    Fix: write gitops: 'flux' there. [gitops/tool]`],
];

test.each(cases)('%s', (_, build, message) => {
  expect(messageOf(build)).toBe(message);
});

test('a claim that Argo CD would remove is found when the program is synthesised', () => {
  const { app, environments } = argoCdProgram({ prune: 'automatic' });
  const metadata = { name: 'scratch' };
  new ApiObject(environments[0], 'claim', { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata });
  expect(() => app.synthYaml()).toThrow(
    "PersistentVolumeClaim/scratch metadata.annotations: Application 'databases-staging' removes it, and its data, once it is not in the repository. Fix: annotate it with argocd.argoproj.io/sync-options: Prune=false,Delete=false. [gitops/unprotected]",
  );
});
