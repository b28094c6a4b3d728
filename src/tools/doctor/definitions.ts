import { compareReleases } from '../../altinity/versions';
import type { Manifest } from '../../kubernetes/manifest';
import type { Diagnosis, Examination } from './diagnosis';

const definitions = [
  ['ClickHouseInstallation', 'clickhouseinstallations', 'clickhouse.altinity.com'],
  ['ClickHouseKeeperInstallation', 'clickhousekeeperinstallations', 'clickhouse-keeper.altinity.com'],
] as const;

/** Whether the API server knows the kinds of the operator, and all fields that the manifests may use. */
export const examineDefinitions: Examination = async ({ cluster, manifests, context, paths }) => {
  const results: Diagnosis[] = [];
  for (const [kind, plural, group] of definitions.filter(([kind]) => isUsed(kind, manifests))) {
    const subject = `definition of ${kind}`;
    const live = await cluster.get('CustomResourceDefinition', `${plural}.${group}`);
    if (!live) {
      const fix = `install the operator: npx anyhouse next ${paths || 'DIR'} prints the command.`;
      results.push({ subject, level: 'fail', finding: 'is not there', fix });
      continue;
    }
    const release = live.metadata.labels?.[`${group}/chop`];
    results.push({ subject, ...judge(release, context.operator?.version) });
  }
  return results;
};

function judge(release: string | undefined, wanted: string | undefined): Omit<Diagnosis, 'subject'> {
  if (release === undefined) return { level: 'unknown', finding: 'does not say of which release it is' };
  const order = wanted === undefined ? 0 : compareReleases(release, wanted);
  if (order === 0) return { level: 'ok', finding: `of release ${release}` };
  const finding = `of release ${release}, the manifests are for ${wanted}`;
  if (order > 0)
    return { level: 'warn', finding, fix: `target ${release}: Operator.existing({ version: '${release}' }).` };
  const fix = 'update it: fields that it does not know are dropped without a word. Helm does not do it by itself.';
  return { level: 'fail', finding, fix };
}

function isUsed(kind: string, manifests: readonly Manifest[]): boolean {
  return manifests.length === 0 || manifests.some((manifest) => manifest.kind === kind);
}
