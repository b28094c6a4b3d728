import { defaultOperatorVersion } from '../../altinity/versions';
import { operatorChart, operatorHelmValues, operatorSecret } from '../../services/operator-values';
import { InputError } from '../manifests/input-error';
import type { ManifestSource } from '../manifests/source';
import { operatorOf } from '../operator-context';
import { comment, printYaml } from '../print-yaml';

/** What the manifests do not say. */
export interface OperatorValuesFlags {
  /** Release, for manifests that name none. */
  readonly operator?: string;
  readonly registry?: string;
  readonly pullSecrets?: readonly string[];
}

/**
 * Helm values with which the operator serves some manifests, as a YAML file that says how to use it.
 * @throws InputError when the manifests name no operator, or install it themselves
 */
export function printOperatorValues(sources: readonly ManifestSource[], flags: OperatorValuesFlags): string {
  const paths = sources.map(({ path }) => path).join(' ');
  const managed = sources
    .flatMap(({ manifests }) => manifests)
    .find(({ manifest }) => ['Application', 'HelmRelease'].includes(manifest.kind) && isOperator(manifest.spec));
  if (managed) {
    const { kind, metadata } = managed.manifest;
    throw new InputError([
      `${managed.file}: ${kind}/${metadata.name} installs the operator, with its values; there is nothing to print.`,
    ]);
  }
  const found = operatorOf(sources);
  if (!found && flags.operator === undefined) {
    throw new InputError([
      `${paths}: no Namespace here tells which operator is meant, so anyhouse did not make these manifests. ` +
        `Say it: --operator ${defaultOperatorVersion}.`,
    ]);
  }
  const { namespace, watches } = found ?? { namespace: 'clickhouse-operator', watches: ['.*'] };
  const version = flags.operator ?? found?.version ?? defaultOperatorVersion;
  const { registry, pullSecrets } = flags;
  const values = operatorHelmValues({ version, watches, definitions: 'hook', registry, pullSecrets });
  const { name, repository, release } = operatorChart;
  return (
    comment(
      `Values of chart ${name} ${version}, for ${paths}.`,
      `anyhouse credentials prints Secret ${operatorSecret}, which has to be in namespace ${namespace} before.`,
      `helm upgrade --install ${release} ${name} --repo ${repository} --version ${version} --namespace ${namespace} -f -`,
    ) + printYaml(values)
  );
}

function isOperator(spec: unknown): boolean {
  return JSON.stringify(spec ?? {}).includes(`"chart":"${operatorChart.name}"`);
}
