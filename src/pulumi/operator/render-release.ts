import type { ReleaseArgs } from '@pulumi/kubernetes/helm/v3/release.js';
import * as pulumi from '@pulumi/pulumi';
import type { Operator } from '../../services/operator';
import { operatorChart, operatorHelmValues, operatorSecret } from '../../services/operator-values';
import { randomPassword } from '../../tools/credentials/secret-data';
import { encoded } from '../credentials/kept';
import type { OperatorReleaseArgs } from './operator-release';

const revisionAnnotation = 'anyhouse.dev/password-revision';

/**
 * The namespace. The Job of the chart that updates the resource definitions runs before the operator, and no release
 * up to 0.27.2 is known to let it have the whole security context that `restricted` asks for (operator #1950, #2009).
 * The pods of the operator have it.
 */
export function namespace({ namespace: name }: Operator) {
  return {
    metadata: {
      name,
      labels: { 'pod-security.kubernetes.io/audit': 'restricted', 'pod-security.kubernetes.io/enforce': 'baseline' },
    },
  };
}

/**
 * Secret with the account that the operator has in every database. Every run makes up a password, and
 * `keptOptions` keep the first one.
 */
export function credentials({ namespace: name }: Operator, revision: string | undefined) {
  return {
    metadata: {
      name: operatorSecret,
      namespace: name,
      ...(revision !== undefined && { annotations: { [revisionAnnotation]: revision } }),
    },
    type: 'Opaque',
    data: {
      username: encoded('clickhouse_operator'),
      password: pulumi.secret(encoded(randomPassword())),
    },
  };
}

/**
 * What Helm is given. Nothing in it is secret. `atomic` takes a first installation that fails back, since Helm refuses
 * to upgrade what was never deployed.
 */
export function release(operator: Operator, { images, passwordRevision }: OperatorReleaseArgs): ReleaseArgs {
  const { version, watches, podLabels } = operator;
  return {
    name: operatorChart.release,
    chart: operatorChart.name,
    version,
    namespace: operator.namespace,
    repositoryOpts: { repo: operatorChart.repository },
    atomic: true,
    // The first nodes of a cluster may still be starting, and two images have to be pulled.
    timeout: 900,
    values: {
      // Plain Helm creates resource definitions and never updates them; the Job of the chart does both.
      ...operatorHelmValues({ version, watches, podLabels, ...images, definitions: 'hook' }),
      // The operator reads its password when it starts.
      ...(passwordRevision !== undefined && { podAnnotations: { [revisionAnnotation]: passwordRevision } }),
    },
  };
}
