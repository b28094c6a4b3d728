import { providedSecret } from '../../kubernetes/provided-secret';
import { operatorSecret } from '../../services/operator-values';
import type { ManifestSource } from '../manifests/source';
import { operatorOf } from '../operator-context';
import { type SecretReference, secretReferences } from './references';

/** A Secret that manifests need and nobody among them provides. */
export interface NeededSecret {
  readonly namespace: string;
  readonly name: string;
  readonly references: readonly SecretReference[];
}

/** The Secrets that some manifests of one cluster need, those of the operator last. */
export function neededSecrets(sources: readonly ManifestSource[]): readonly NeededSecret[] {
  const manifests = sources.flatMap((source) => source.manifests.map(({ manifest }) => manifest));
  const provided = new Set(manifests.map((manifest) => providedSecret(manifest)));
  const bySecret = new Map<string, SecretReference[]>();
  for (const reference of [...manifests.flatMap(secretReferences), ...operatorReferences(sources)]) {
    const key = `${reference.namespace}/${reference.secret}`;
    if (!provided.has(key)) bySecret.set(key, [...(bySecret.get(key) ?? []), reference]);
  }
  return [...bySecret.values()].map((references) => {
    const { namespace, secret: name } = references[0] as SecretReference;
    return { namespace, name, references };
  });
}

/** The account of the operator in every database; the values that this library gives the chart name its Secret. */
function operatorReferences(sources: readonly ManifestSource[]): readonly SecretReference[] {
  const operator = operatorOf(sources);
  if (!operator) return [];
  const { namespace } = operator;
  const reference = { namespace, secret: operatorSecret, user: 'clickhouse_operator', by: 'the operator' };
  return [
    { ...reference, key: 'username', use: 'given' },
    { ...reference, key: 'password', use: 'password' },
  ];
}
