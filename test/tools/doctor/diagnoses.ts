import { stringify } from 'yaml';
import { examine } from '../../../src/tools/doctor/doctor';
import { fakeCluster, type Holdings, readManifests } from '../fake-cluster';
import { healthy, installation, namespace } from './healthy-cluster';

/** Objects as the files that the doctor reads. */
export const sourcesOf = (...objects: readonly object[]) =>
  readManifests(['-'], () => objects.map((object) => `---\n${stringify(object)}`).join(''));
/** A database in its namespace. */
export const all = [namespace(), installation()];

/** What the doctor says about a cluster that holds something else than a healthy one does. */
export async function diagnoses(holdings: Holdings, objects: readonly object[] = all) {
  const sources = objects.length === 0 ? [] : sourcesOf(...objects);
  const report = await examine(
    fakeCluster(() => ({ ...healthy, ...holdings })),
    sources,
  );
  return report.diagnoses.map(({ subject, level, finding }) => `${level} ${subject}: ${finding}`);
}
