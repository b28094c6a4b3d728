import { existsSync } from 'node:fs';
import { InputError } from '../manifests/input-error';

/** Which cluster is meant. */
export interface ClusterChoice {
  /** kubectl context. @default - the current one */
  readonly context?: string;
  /** File with contexts. @default - `$KUBECONFIG`, else `~/.kube/config` */
  readonly kubeconfig?: string;
  /** Text of such a file, instead of a file. */
  readonly kubeconfigText?: string;
}

type KubeConfig = InstanceType<Awaited<ReturnType<typeof clientLibrary>>['KubeConfig']>;

/**
 * The chosen context, with all that is needed to connect.
 * @throws InputError when the client library is not installed, or there is no such file or context
 */
export async function loadKubeConfig({ context, kubeconfig, kubeconfigText }: ClusterChoice): Promise<KubeConfig> {
  const { KubeConfig } = await clientLibrary();
  const config = new KubeConfig();
  const source =
    kubeconfigText !== undefined ? 'kubeconfig' : (kubeconfig ?? process.env.KUBECONFIG ?? '~/.kube/config');
  if (kubeconfig !== undefined && !existsSync(kubeconfig))
    throw new InputError([`${kubeconfig}: there is no such file.`]);
  try {
    if (kubeconfigText !== undefined) config.loadFromString(kubeconfigText);
    else if (kubeconfig !== undefined) config.loadFromFile(kubeconfig);
    else config.loadFromDefault();
  } catch (error) {
    throw new InputError([`${source}: cannot be read as a kubeconfig: ${(error as Error).message}`]);
  }
  // Without any kubeconfig, the library assumes a server on this machine. Nobody asked for that one.
  if (
    config.getCurrentCluster()?.server === 'http://localhost:8080' &&
    config.getCurrentContext() === 'loaded-context'
  ) {
    throw new InputError(['There is no kubeconfig: $KUBECONFIG is not set and ~/.kube/config does not exist.']);
  }
  const names = config.getContexts().map(({ name }) => name);
  const chosen = context ?? config.getCurrentContext();
  if (!names.includes(chosen)) {
    const there = names.length > 0 ? `There is ${names.join(', ')}.` : 'It holds no contexts.';
    throw new InputError([
      chosen
        ? `${source}: there is no context "${chosen}". ${there}`
        : `${source}: no context is current. Name one with --context. ${there}`,
    ]);
  }
  config.setCurrentContext(chosen);
  return config;
}

async function clientLibrary() {
  try {
    return await import('@kubernetes/client-node');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'ERR_MODULE_NOT_FOUND' && !/node_modules/.test(message.split(' imported from ')[0] ?? '');
    const state = missing ? 'is not installed' : `does not load on Node ${process.version} (${message})`;
    throw new InputError([
      `Clusters are reached through @kubernetes/client-node, which ${state}. Run: npm install @kubernetes/client-node@1`,
    ]);
  }
}
