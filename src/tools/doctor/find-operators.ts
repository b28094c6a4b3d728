import { parse } from 'yaml';
import { asText, at, list, record, text } from '../../kubernetes/manifest';
import type { Cluster, LiveObject } from '../cluster/cluster';

/** An operator of ClickHouse that runs in a cluster. */
export interface FoundOperator {
  readonly namespace: string;
  readonly name: string;
  /** Release, from the tag of its image. @default - the image has a digest only */
  readonly version?: string;
  readonly ready: boolean;
  /** Regular expressions of the namespaces that it watches. @default - it could not be read */
  readonly watches?: readonly string[];
  /** Regular expressions of the namespaces that it does not watch all the same. */
  readonly excludes: readonly string[];
  /** Secret with its account in the databases. @default - it has none */
  readonly secret?: { readonly namespace: string; readonly name: string };
  /** Whether the published default password stands in its configuration. */
  readonly defaultPassword: boolean;
}

/** Password that charts and manifests of the operator come with. */
export const defaultPassword = 'clickhouse_operator_password';

/** Finds operators by the image of a container. */
export async function findOperators(cluster: Cluster): Promise<readonly FoundOperator[]> {
  const deployments = (await cluster.list('Deployment')) ?? [];
  const found = deployments.flatMap((deployment) => {
    const container = containersOf(deployment).find(({ image }) => imageName.test(asText(image)));
    return container ? [describe(deployment, container, cluster)] : [];
  });
  return Promise.all(found);
}

const imageName = /(?:^|\/)clickhouse-operator(?::|@|$)/;

async function describe(
  deployment: LiveObject,
  container: Readonly<Record<string, unknown>>,
  cluster: Cluster,
): Promise<FoundOperator> {
  const { name, namespace = '' } = deployment.metadata;
  const config = await configOf(deployment, container, cluster);
  const env = (key: string) =>
    text(
      list(container.env)
        .map(record)
        .find((each) => each.name === key)?.value,
    );
  const access = record(at(config, 'clickhouse', 'access'));
  const secretName = text(at(access, 'secret', 'name'));
  const watches = config && watchesOf(config, env, namespace);
  return {
    namespace,
    name,
    version: /:v?(\d+\.\d+\.\d+)(?:@|-|$)/.exec(asText(container.image))?.[1],
    ready: Number(at(deployment, 'status', 'availableReplicas') ?? 0) > 0,
    ...(watches && { watches }),
    excludes: split(env('WATCH_NAMESPACES_EXCLUDE')) ?? strings(at(config, 'watch', 'namespaces', 'exclude')),
    ...(secretName && {
      secret: { namespace: text(at(access, 'secret', 'namespace')) || namespace, name: secretName },
    }),
    defaultPassword: access.password === defaultPassword,
  };
}

/** Variables win over the file. Without either, an operator watches its own namespace, and in kube-system all. */
function watchesOf(
  config: Readonly<Record<string, unknown>>,
  env: (key: string) => string | undefined,
  own: string,
): readonly string[] {
  const configured = at(config, 'watch', 'namespaces');
  const listed = Array.isArray(configured) ? strings(configured) : strings(at(configured, 'include'));
  const one = env('WATCH_NAMESPACE');
  const chosen = split(env('WATCH_NAMESPACES')) ?? (one ? [one] : listed);
  if (chosen.length > 0) return chosen;
  return own === 'kube-system' ? ['.*'] : [`^${own}$`];
}

/** Its file config.yaml; undefined when that cannot be read. */
async function configOf(
  deployment: LiveObject,
  container: Readonly<Record<string, unknown>>,
  cluster: Cluster,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const mount = list(container.volumeMounts)
    .map(record)
    .find(({ mountPath }) => mountPath === '/etc/clickhouse-operator');
  const volume = list(at(deployment, 'spec', 'template', 'spec', 'volumes'))
    .map(record)
    .find(({ name }) => name === mount?.name);
  const name = text(at(volume, 'configMap', 'name'));
  const map = name === undefined ? undefined : await cluster.get('ConfigMap', name, deployment.metadata.namespace);
  try {
    return map && record(parse(text(at(map, 'data', 'config.yaml')) ?? ''));
  } catch {
    return undefined;
  }
}

function containersOf(deployment: LiveObject): readonly Readonly<Record<string, unknown>>[] {
  return list(at(deployment, 'spec', 'template', 'spec', 'containers')).map(record);
}

function strings(value: unknown): readonly string[] {
  return list(value).flatMap((each) => text(each) ?? []);
}

function split(value: string | undefined): readonly string[] | undefined {
  const parts = value
    ?.split(/[:,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts && parts.length > 0 ? parts : undefined;
}

/** Whether an operator watches a namespace. Its expressions match anywhere in the name. */
export function watchesNamespace({ watches = [], excludes }: FoundOperator, namespace: string): boolean {
  const matches = (patterns: readonly string[]) =>
    patterns.some((pattern) => pattern === namespace || matchesPattern(pattern, namespace));
  return matches(watches) && !matches(excludes);
}

function matchesPattern(pattern: string, namespace: string): boolean {
  try {
    return new RegExp(pattern).test(namespace);
  } catch {
    return false; // Go and JavaScript differ in rare forms, which no namespace needs
  }
}
