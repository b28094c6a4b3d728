import type { ManifestSet } from '../checks/manifest-set';
import type { Fault, Rule } from '../checks/rule';
import { groupOf } from '../kubernetes/kinds';
import { at, type Manifest, record, text } from '../kubernetes/manifest';
import { isToken } from '../kubernetes/token';

const argoOptions = 'argocd.argoproj.io/sync-options';
const fluxPrune = 'kustomize.toolkit.fluxcd.io/prune';

/** Kinds with which data goes. */
const holders = ['ClickHouseInstallation', 'ClickHouseKeeperInstallation', 'PersistentVolumeClaim'];

/** What removes objects of a namespace as soon as they leave the repository. */
interface Pruning {
  readonly by: Manifest;
  readonly isKept: (object: Manifest) => boolean;
  readonly fix: string;
}

/** A value that is not known yet may well be the right one. */
const says = (value: string | undefined, accepts: (value: string) => boolean) =>
  value !== undefined && (isToken(value) || accepts(value));

const annotation = ({ metadata }: Manifest, key: string) => text(record(metadata.annotations)[key]);
const label = ({ metadata }: Manifest, key: string) => text(record(metadata.labels)[key]);

/** Argo CD names the namespace of an Application. */
function* applications(set: ManifestSet): Generator<readonly [place: string, Pruning]> {
  const isKept = (object: Manifest) =>
    says(annotation(object, argoOptions), (options) =>
      options.split(',').some((option) => /^Prune=(false|confirm)$/.test(option.trim())),
    );
  for (const by of set.ofKind('Application')) {
    const namespace = text(at(by, 'spec', 'destination', 'namespace'));
    if (namespace === undefined || at(by, 'spec', 'syncPolicy', 'automated', 'prune') !== true) continue;
    yield [
      `${set.clusterOf(by)}/${namespace}`,
      { by, isKept, fix: `annotate it with ${argoOptions}: Prune=false,Delete=false.` },
    ];
  }
}

/** Flux does not, so that its marks have to tell which namespaces are its own. */
function* kustomizations(set: ManifestSet): Generator<readonly [place: string, Pruning]> {
  const isKept = (object: Manifest) =>
    says(annotation(object, fluxPrune) ?? label(object, fluxPrune), (value) => value.toLowerCase() === 'disabled');
  for (const by of set.ofKind('Kustomization')) {
    if (groupOf(text(by.apiVersion) ?? '') !== 'kustomize.toolkit.fluxcd.io' || at(by, 'spec', 'prune') !== true)
      continue;
    for (const object of set.objects.filter(isKept))
      yield [placeOf(set, object), { by, isKept, fix: `annotate it with ${fluxPrune}: disabled.` }];
  }
}

function placeOf(set: ManifestSet, object: Manifest): string {
  const { kind, metadata } = object;
  return `${set.clusterOf(object)}/${(kind === 'Namespace' ? text(metadata.name) : text(metadata.namespace)) ?? ''}`;
}

function* unprotected(set: ManifestSet): Generator<Fault> {
  const pruned = new Map([...kustomizations(set), ...applications(set)]);
  if (pruned.size === 0) return;
  for (const object of holders.flatMap((kind) => set.ofKind(kind))) {
    const pruning = pruned.get(placeOf(set, object));
    if (!pruning || pruning.isKept(object)) continue;
    const message = `${pruning.by.kind} '${text(pruning.by.metadata.name)}' removes it, and its data, once it is not in the repository.`;
    yield { object, pointer: '/metadata/annotations', message, fix: pruning.fix };
  }
}

const props = { severity: 'error' } as const;

/** Rules about what delivers environments. */
export const gitopsRules: readonly Rule[] = [
  {
    id: 'gitops/unprotected',
    severity: 'error',
    title: 'What holds data is marked where a GitOps tool removes what leaves the repository',
    why: 'A file that is renamed or lost in a merge takes the database with it, without a question.',
    fix: 'mark it, or set prune to manual.',
    source: 'Argo CD documentation, sync options (no prune resources); Flux documentation, Kustomization (prune)',
    check: unprotected,
  },
  {
    ...props,
    id: 'gitops/tool',
    title: 'Environments and services are marked for the tool that delivers them',
    why: 'Without the marks of the tool, nothing keeps it from removing databases, and nothing tells it the order.',
    fix: "write gitops: 'argocd' or gitops: 'flux' there.",
    source: 'Argo CD documentation, sync options and sync waves; Flux documentation, Kustomization (prune)',
  },
  {
    ...props,
    id: 'gitops/services',
    title: 'The services of a cluster are delivered together with its environments',
    why: 'Without them there is neither the operator nor the storage classes, and databases wait for both.',
    fix: 'give the ClusterServices.',
    source: 'Flux documentation, Kustomization (dependencies)',
  },
  {
    ...props,
    id: 'gitops/cluster',
    title: 'A delivery is for one Kubernetes cluster',
    why: 'An environment would be applied to the cluster of the others.',
    fix: 'make a delivery for each cluster.',
    source: 'Argo CD documentation, declarative setup (clusters)',
  },
  {
    ...props,
    id: 'gitops/folder',
    title: 'Every chart is delivered once, from a folder of its own',
    why: 'Two tools, or two objects of one tool, would take turns in applying the same files.',
    fix: 'rename an environment, or list it once.',
    source: 'Argo CD documentation, sync options (FailOnSharedResource)',
  },
  {
    ...props,
    id: 'gitops/name',
    title: 'Names of what delivers are short and in lower case',
    why: 'Argo CD cuts longer ones where it writes them into a label, so that two could become one.',
    fix: 'choose a shorter name.',
    source: 'Argo CD documentation, resource tracking',
  },
  {
    ...props,
    id: 'gitops/operator',
    title: 'An operator that comes with an Application is delivered to the cluster that Argo CD runs in',
    why: 'The Application would lie in another cluster, where nobody reads it, and databases would wait for an operator.',
    fix: 'write Operator.existing(), or run Argo CD in that cluster.',
    source: 'Argo CD documentation, app of apps',
  },
  {
    ...props,
    id: 'gitops/source',
    title: 'Flux reads one source: one that is there, or one that is made',
    why: 'One of the two would be ignored.',
    fix: 'keep either repository or source.',
    source: 'Flux documentation, Kustomization (source reference)',
  },
  {
    ...props,
    id: 'gitops/repository',
    title: 'The address of a repository is one that the tool can read',
    why: 'Argo CD and Flux would try to fetch it without an end.',
    fix: "write 'https://github.com/example/databases'.",
    source: 'Flux, API of GitRepository (pattern of url); Argo CD documentation, private repositories',
  },
  {
    ...props,
    id: 'gitops/password',
    title: 'The address of a repository holds no password',
    why: 'It is committed, and shown to everybody who may see an Application.',
    fix: 'put it into a Secret, as Argo CD and Flux describe.',
    source: 'Argo CD documentation, private repositories; Flux documentation, GitRepository (secret reference)',
  },
  {
    ...props,
    id: 'gitops/revision',
    title: 'A revision is a branch, tag or commit that the tool can find',
    why: 'Flux looks for a branch master where nothing is said; anything else that is missing is an error at run time only.',
    fix: "write 'main'.",
    source: 'Flux documentation, GitRepository (reference); git check-ref-format',
  },
  {
    ...props,
    id: 'gitops/path',
    title: 'A path is a folder of the repository',
    why: 'Both tools refuse paths that lead out of the repository.',
    fix: "write 'deploy'.",
    source: 'Argo CD documentation, Application specification; Flux documentation, Kustomization (path)',
  },
  {
    ...props,
    id: 'gitops/timeout',
    title: 'Databases have at least a minute to become ready',
    why: 'Flux would call a healthy start a failure, again and again.',
    fix: "write '30m'.",
    source: 'Flux, API of Kustomization (pattern of timeout)',
  },
];
