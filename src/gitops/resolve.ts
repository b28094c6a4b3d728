import { chartFolder } from '../kubernetes/chart-folder';
import { Problems } from '../kubernetes/prop-error';
import type {
  ArgoCdProps,
  DeliveredFolder,
  DeliveryOptions,
  FluxProps,
  FluxSource,
  ResolvedArgoCd,
  ResolvedFlux,
} from './options';
import { argoCdProps, fluxProps } from './shapes';

type Tool = 'argocd' | 'flux';

/** Longest name that Argo CD can still write into a label, with which it may mark what it applies. */
const longestName = 63;

/**
 * Applies the defaults of ArgoCd.
 * @throws PropError naming every wrong prop
 */
export function resolveArgoCd(path: string, id: string, props: ArgoCdProps): ResolvedArgoCd {
  const problems = new Problems('ArgoCd', path);
  const given = problems.check(argoCdProps, props);
  if (typeof given.repository?.url === 'string' && given.repository.url.startsWith('oci:'))
    problems.add({
      rule: 'gitops/repository',
      prop: 'repository.url',
      must: 'be a Git repository',
      got: given.repository.url,
      fix: 'write the address of a Git repository, or deliver with Flux.',
    });
  checkDelivery('argocd', id, given, problems);
  checkOperator(given, problems);
  problems.throwIfAny();
  const { repository, cluster, prune = 'manual', namespace = 'argocd' } = given;
  const { revision = 'HEAD', path: folder } = repository;
  return {
    ...foldersOf(id, given, revision, folder),
    namespace,
    prune,
    url: repository.url,
    destination: cluster === undefined ? { server: 'https://kubernetes.default.svc' } : { name: cluster },
  };
}

/**
 * Applies the defaults of Flux.
 * @throws PropError naming every wrong prop
 */
export function resolveFlux(path: string, id: string, props: FluxProps): ResolvedFlux {
  const problems = new Problems('Flux', path);
  const given = problems.check(fluxProps, props);
  checkDelivery('flux', id, given, problems);
  checkSource(given, problems);
  problems.throwIfAny();
  const { repository, source, namespace = 'flux-system', prune = 'automatic', timeout = '30m' } = given;
  const folders = foldersOf(id, given, repository?.revision ?? '', repository?.path ?? source?.path);
  const common = { ...folders, namespace, prune, timeout };
  if (!repository) {
    const { kind = 'GitRepository', name = 'flux-system', namespace: place = namespace } = source ?? {};
    return { ...common, sources: [{ kind, name, namespace: place, revision: '' }] };
  }
  const kind = repository.url.startsWith('oci:') ? 'OCIRepository' : 'GitRepository';
  const sources = new Map<string, FluxSource>();
  for (const { name, revision } of [{ ...folders.services, name: folders.name }, ...folders.environments])
    if (!sources.has(revision)) sources.set(revision, { kind, name, namespace, revision });
  return { ...common, url: repository.url, secret: repository.secret, sources: [...sources.values()] };
}

function foldersOf(id: string, given: DeliveryOptions, revision: string, path = '.') {
  const { name = id, services, environments, revisions = {} } = given;
  const root = path.replace(/^\.\/|\/$|^\.$/g, '');
  const place = (folder: string) => ({
    folder,
    name: `${name}-${folder}`,
    path: root === '' ? folder : `${root}/${folder}`,
  });
  return {
    name,
    // Argo CD refuses an Application whose namespace is none of its project, and this one may hold no object with one.
    services: { ...place(chartFolder(services)), revision, namespace: services.operator.namespace },
    environments: environments.map((environment): DeliveredFolder => {
      const { namespace } = environment.resolved;
      const own = revisions[environment.node.id] ?? revision;
      return { ...place(chartFolder(environment)), revision: own, namespace, notes: environment.delivery };
    }),
  };
}

/** What can be wrong with any delivery. */
function checkDelivery(tool: Tool, id: string, given: DeliveryOptions, problems: Problems): void {
  const { services, environments = [], name = id, revisions = {} } = given;
  if (!services || problems.has('environments')) return;
  const { cluster } = services.platform.facts;
  checkTool(tool, 'services', services.gitops, problems);
  const folders = new Map([[chartFolder(services).toLowerCase(), 'services']]);
  for (const [index, environment] of environments.entries()) {
    const prop = `environments[${index}]`;
    const { path } = environment.node;
    checkTool(tool, prop, environment.resolved.gitops, problems);
    if (environment.resolved.platform.cluster !== cluster)
      problems.add({
        rule: 'gitops/cluster',
        prop,
        must: `stand in cluster '${cluster}', as services does`,
        gotText: `'${path}' in cluster '${environment.resolved.platform.cluster}'`,
        fix: 'deliver it together with the ClusterServices of its own cluster.',
      });
    const folder = chartFolder(environment);
    const taken = folders.get(folder.toLowerCase());
    if (taken !== undefined)
      problems.add({
        rule: 'gitops/folder',
        prop,
        must: 'have a folder of its own',
        gotText: `'${folder}', which is the folder of ${taken}`,
        fix: 'list every environment once, and give each an id that differs in more than the case of letters.',
      });
    else folders.set(folder.toLowerCase(), `'${path}'`);
  }
  for (const prop of Object.keys(revisions))
    if (!environments.some(({ node }) => node.id === prop))
      problems.add({
        rule: 'gitops/revision',
        prop: `revisions.${prop}`,
        must: `be for one of ${environments.map(({ node }) => node.id).join(', ')}`,
        got: prop,
        fix: 'write the id of an environment that is delivered.',
      });
  checkNames(name, [services, ...environments].map(chartFolder), problems);
}

function checkTool(tool: Tool, prop: string, got: Tool | undefined, problems: Problems): void {
  if (got === tool) return;
  problems.add({
    rule: 'gitops/tool',
    prop,
    must: `be made with gitops: '${tool}', which marks what may never be removed`,
    gotText: got === undefined ? 'no gitops' : `gitops: '${got}'`,
    fix: `write gitops: '${tool}' there.`,
  });
}

function checkNames(name: string, folders: readonly string[], problems: Problems): void {
  const wrong = folders
    .map((folder) => `${name}-${folder}`)
    .find((made) => made.length > longestName || !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(made));
  if (wrong === undefined) return;
  problems.add({
    rule: 'gitops/name',
    prop: 'name',
    must: `make names of at most ${longestName} lower case letters, digits, "-" and "."`,
    gotText: `'${wrong}'`,
    fix: 'choose a shorter name, or ids in lower case.',
  });
}

/** An Application that installs the operator is read by an Argo CD in the same cluster only. */
function checkOperator({ cluster, services }: ArgoCdProps, problems: Problems): void {
  if (cluster === undefined || services?.operator.install !== 'argocd') return;
  problems.add({
    rule: 'gitops/operator',
    prop: 'cluster',
    must: 'not be set: the operator comes with an Application, which nobody reads there',
    got: cluster,
    fix: 'install the operator in another way and write Operator.existing(), or run Argo CD in that cluster.',
  });
}

function checkSource({ repository, source, revisions = {} }: FluxProps, problems: Problems): void {
  if (problems.has('repository')) return;
  if (repository && source)
    problems.add({
      rule: 'gitops/source',
      prop: 'source',
      must: 'not be given beside repository',
      got: source,
      fix: 'keep one: repository makes a source, source names one that is there.',
    });
  if (!repository && Object.keys(revisions).length > 0)
    problems.add({
      rule: 'gitops/source',
      prop: 'revisions',
      must: 'come with repository: a source that is there has one revision',
      got: revisions,
      fix: 'write repository: { url, revision }.',
    });
  if (!repository) return;
  if (!/^[a-z]+:/.test(repository.url))
    problems.add({
      rule: 'gitops/repository',
      prop: 'repository.url',
      must: 'begin with https://, http://, ssh:// or oci://, for Flux',
      got: repository.url,
      fix: `write 'ssh://${repository.url.replace(':', '/')}'.`,
    });
  if (repository.revision === undefined || repository.revision === 'HEAD')
    problems.add({
      rule: 'gitops/revision',
      prop: 'repository.revision',
      must: 'name a branch: without one, Flux looks for master',
      got: repository.revision,
      fix: "write revision: 'main'.",
    });
}
