import { compareReleases } from '../../altinity/versions';
import type { Cluster } from '../cluster/cluster';
import { ForbiddenError } from '../cluster/cluster';
import type { Diagnosis, Examination, Examined } from './diagnosis';
import { defaultPassword, type FoundOperator, findOperators, watchesNamespace } from './find-operators';

/** Whether an operator of the right release runs, watches the right namespaces, and has a password of its own. */
export const examineOperator: Examination = async (examined) => {
  const operators = await findOperators(examined.cluster);
  if (operators.length === 0) {
    const managed = examined.manifests.some(({ kind }) => kind === 'Application' || kind === 'HelmRelease');
    const fix = managed
      ? 'it comes with the manifests; look at Argo CD or Flux if it does not.'
      : `npx anyhouse next ${examined.paths || 'DIR'} prints the command that installs it.`;
    return [{ subject: 'operator', level: managed ? 'warn' : 'fail', finding: 'none is installed', fix }];
  }
  const judged = await Promise.all(operators.map((operator) => judge(operator, examined)));
  return [...judged.flat(), ...scope(operators, examined)];
};

async function judge(operator: FoundOperator, { cluster, context }: Examined): Promise<readonly Diagnosis[]> {
  const subject = `operator ${operator.namespace}/${operator.name}`;
  const { version } = operator;
  const wanted = context.operator;
  const results: Diagnosis[] = [];
  if (!operator.ready) {
    results.push({
      subject,
      level: 'fail',
      finding: 'does not run',
      fix: `look at its pods in ${operator.namespace}.`,
    });
  }
  if (wanted && wanted.namespace !== '' && wanted.namespace !== operator.namespace) {
    const finding = `stands in ${operator.namespace}, the manifests let one in from ${wanted.namespace}`;
    const fix = `say where it is: Operator.existing({ namespace: '${operator.namespace}' }).`;
    results.push({ subject, level: 'fail', finding, fix });
  }
  if (version !== undefined && wanted && compareReleases(version, wanted.version) !== 0) {
    const older = compareReleases(version, wanted.version) < 0;
    const finding = `is ${version}, the manifests are for ${wanted.version}`;
    const fix = `update it, or target it: Operator.existing({ version: '${version}' }).`;
    results.push({ subject, level: older ? 'fail' : 'warn', finding, fix });
  }
  if (results.length === 0) {
    const scope_ = operator.watches ? `watches ${operator.watches.join(', ')}` : 'its watch scope cannot be read';
    results.push({ subject, level: 'ok', finding: `${version ?? 'of unknown release'}, ${scope_}` });
  }
  return [...results, await password(operator, cluster)];
}

async function password({ namespace, secret, ...operator }: FoundOperator, cluster: Cluster): Promise<Diagnosis> {
  const subject = `password of operator ${namespace}/${operator.name}`;
  const published: Diagnosis = {
    subject,
    level: 'fail',
    finding: 'is the default that everybody can read in its chart; it may do everything in every database',
    fix: 'install it with the values of anyhouse operator-values.',
  };
  if (operator.defaultPassword) return published;
  if (!secret) return { subject, level: 'unknown', finding: 'no Secret is named in its configuration' };
  try {
    const found = await cluster.get('Secret', secret.name, secret.namespace);
    const { password: encoded } = { ...(found?.data as { readonly password?: string } | undefined) };
    if (!found || encoded === undefined) {
      const finding = `Secret ${secret.namespace}/${secret.name} has none, so it cannot log in`;
      return { subject, level: 'fail', finding, fix: 'anyhouse credentials prints it.' };
    }
    if (Buffer.from(encoded, 'base64').toString() === defaultPassword) return published;
    return { subject, level: 'ok', finding: `its own, in Secret ${secret.name}` };
  } catch (error) {
    if (!(error instanceof ForbiddenError)) throw error;
    return { subject, level: 'unknown', finding: 'these credentials may not read its Secret' };
  }
}

/** Every namespace with installations needs exactly one operator. */
function scope(operators: readonly FoundOperator[], { manifests }: Examined): readonly Diagnosis[] {
  if (operators.some(({ watches }) => watches === undefined)) return [];
  const installations = manifests.filter(({ kind }) => /^ClickHouse(Keeper)?Installation$/.test(kind));
  const namespaces = [...new Set(installations.map(({ metadata }) => metadata.namespace ?? 'default'))];
  return namespaces.flatMap((namespace): readonly Diagnosis[] => {
    const watching = operators.filter((operator) => watchesNamespace(operator, namespace));
    const subject = `namespace ${namespace}`;
    if (watching.length === 1) return [];
    if (watching.length === 0) {
      return [
        { subject, level: 'fail', finding: 'no operator watches it', fix: `add it to the namespaces that it watches.` },
      ];
    }
    const names = watching.map((operator) => `${operator.namespace}/${operator.name}`).join(' and ');
    return [
      { subject, level: 'fail', finding: `${names} both watch it`, fix: 'let one operator watch each namespace.' },
    ];
  });
}
