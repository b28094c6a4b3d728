import { neededSecrets } from '../credentials/needed';
import type { ManifestSource } from '../manifests/source';
import type { Diagnosis, Examined } from './diagnosis';

/** Whether the Secrets are there that the manifests refer to. */
export async function examineSecrets(
  { cluster, paths }: Examined,
  sources: readonly ManifestSource[],
): Promise<readonly Diagnosis[]> {
  const needed = neededSecrets(sources);
  if (needed.length === 0) return [];
  const found = await Promise.all(needed.map(({ namespace, name }) => cluster.get('Secret', name, namespace)));
  const missing = needed.filter((_, index) => found[index] === undefined);
  if (missing.length === 0) {
    const finding = needed.length === 1 ? 'the one Secret is there' : `all ${needed.length} Secrets are there`;
    return [{ subject: 'secrets', level: 'ok', finding }];
  }
  const names = missing.map(({ namespace, name }) => `${namespace}/${name}`).join(', ');
  const command = `npx anyhouse credentials ${paths} --context ${cluster.context} | kubectl --context ${cluster.context} apply -f -`;
  return [{ subject: 'secrets', level: 'warn', finding: `missing: ${names}`, fix: command }];
}
