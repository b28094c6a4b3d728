import { contextOf, type OperatorContext } from '../checks/context';
import { InputError } from './manifests/input-error';
import type { ManifestSource } from './manifests/source';

/**
 * The operator that manifests are written for; undefined when they do not say.
 * @throws InputError when they are meant for several clusters, or name several releases
 */
export function operatorOf(sources: readonly ManifestSource[]): OperatorContext | undefined {
  const contexts = sources
    .flatMap(({ manifests }) => manifests)
    .map(({ manifest }) => contextOf(manifest))
    .filter((context) => context !== undefined);
  const clusters = distinct(contexts.map(({ cluster }) => cluster));
  if (clusters.length > 1) {
    const paths = sources.map(({ path }) => path).join(', ');
    throw new InputError([
      `${paths}: these manifests are for several clusters: ${clusters.join(', ')}. Name those of one.`,
    ]);
  }
  const operators = contexts.map(({ operator }) => operator).filter((operator) => operator !== undefined);
  const [first] = operators;
  const releases = distinct(operators.map(({ version, namespace }) => `${version} in namespace ${namespace}`));
  if (releases.length > 1) {
    throw new InputError([`These manifests name several operators: ${releases.join(', ')}. Name those of one.`]);
  }
  return first && { ...first, watches: distinct(operators.flatMap(({ watches }) => watches)) };
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== undefined);
}
