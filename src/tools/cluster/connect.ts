import * as http from 'node:http';
import * as https from 'node:https';
import type { JsonObject } from '../../kubernetes/manifest';
import { type Cluster, ClusterError, ForbiddenError, type LiveObject } from './cluster';
import { type ClusterChoice, loadKubeConfig } from './kubeconfig';
import { pathOf } from './resources';

/** A cluster that does not answer within this time is as good as gone. */
const patience = 10_000;

/**
 * Reaches a cluster through a context of kubectl.
 * @throws InputError when there is no such context
 * @throws ClusterError when it does not answer
 */
export async function connect(choice: ClusterChoice): Promise<Cluster> {
  const config = await loadKubeConfig(choice);
  const context = config.getCurrentContext();
  const server = config.getCurrentCluster()?.server;
  if (!server) throw new ClusterError(`Context "${context}" names no cluster.`);
  const named = `Context "${context}" (${server})`;
  const options: https.RequestOptions = { timeout: patience };
  try {
    await config.applyToHTTPSOptions(options);
  } catch (error) {
    throw new ClusterError(`${named}: no credentials could be had: ${(error as Error).message}`);
  }
  const get = (path: string) => request(new URL(`${server.replace(/\/$/, '')}${path}`), options, named);
  const cluster: Cluster = {
    context,
    async list(kind, { namespace } = {}) {
      const answer = await get(pathOf(kind, namespace));
      return answer && (answer.items as unknown as readonly LiveObject[]);
    },
    async get(kind, name, namespace) {
      return (await get(pathOf(kind, namespace, name))) as LiveObject | undefined;
    },
    async raw(path) {
      return (await get(path)) ?? {};
    },
    close: () => (options.agent as https.Agent | undefined)?.destroy?.(),
  };
  await cluster.raw('/version');
  return cluster;
}

/** Answer of a GET; undefined when there is nothing at this path. */
async function request(url: URL, options: https.RequestOptions, named: string): Promise<JsonObject | undefined> {
  const { status, body } = await send(url, options).catch((error: NodeJS.ErrnoException) => {
    throw new ClusterError(`${named} does not answer: ${reasonOf(error)}.`);
  });
  if (status === 404) return undefined;
  if (status === 401) throw new ClusterError(`${named} does not accept these credentials (401).`);
  if (status === 403) throw new ForbiddenError(`${named} does not let these credentials read ${url.pathname} (403).`);
  if (status !== 200) throw new ClusterError(`${named} answers ${status} to ${url.pathname}.`);
  try {
    return JSON.parse(body) as JsonObject;
  } catch {
    throw new ClusterError(`${named} does not answer as a Kubernetes API server would.`);
  }
}

function send(url: URL, options: https.RequestOptions): Promise<{ readonly status: number; readonly body: string }> {
  const { request: open } = url.protocol === 'http:' ? http : https;
  return new Promise((resolve, reject) => {
    const sent = open(url, { ...options, headers: { accept: 'application/json', ...options.headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${patience / 1000} s`)));
    sent.on('error', reject);
    sent.end();
  });
}

function reasonOf(error: NodeJS.ErrnoException): string {
  // With several addresses for one name, Node collects one error for each and leaves the message empty.
  const [first] = (error as unknown as AggregateError).errors ?? [];
  return (error.message || (first as Error | undefined)?.message || String(error.code)).replace(/\.$/, '');
}
