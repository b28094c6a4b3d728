import { asText, at, list, type Manifest, record, text } from '../../kubernetes/manifest';
import { show } from '../../kubernetes/prop-error';
import type { Cluster, LiveObject } from '../cluster/cluster';
import { nodesNeeded } from '../nodes-needed';
import type { Diagnosis, Examination } from './diagnosis';

/** Whether the storage classes that volumes name are there, and keep data. */
export const examineStorage: Examination = async ({ cluster, manifests }) => {
  const classes = (await cluster.list('StorageClass')) ?? [];
  const pinned = Object.keys(nodesNeeded(manifests).perZone).length > 1;
  const results: Diagnosis[] = [];
  for (const name of classNamesOf(manifests)) {
    const live = classes.find((each) => (name === '' ? isDefault(each) : each.metadata.name === name));
    const declared = manifests.find(({ kind, metadata }) => kind === 'StorageClass' && metadata.name === name);
    const subject = name === '' ? 'default storage class' : `storage class ${name}`;
    results.push(await judge(subject, live, declared, pinned, cluster));
  }
  return results;
};

async function judge(
  subject: string,
  live: LiveObject | undefined,
  declared: Manifest | undefined,
  pinned: boolean,
  cluster: Cluster,
): Promise<Diagnosis> {
  const found = live ?? declared;
  if (!found) {
    return { subject, level: 'fail', finding: 'is not there', fix: 'create it, or name another one in storage.' };
  }
  const provisioner = text(found.provisioner) ?? '';
  if (/(^|[./-])csi[./-]/.test(provisioner) && !(await cluster.get('CSIDriver', provisioner))) {
    const fix = 'install its driver; in a managed cluster that is an add-on.';
    return { subject, level: 'fail', finding: `its driver ${provisioner} is not installed`, fix };
  }
  const changed = live && declared && immutableFields.find((field) => differs(live[field], declared[field], field));
  if (changed) {
    const finding = `is there with ${changed} ${show(live[changed])}, the manifests say ${show(declared[changed])}`;
    const fix = 'this can never change: delete the class, which touches no volume, or give the new one another name.';
    return { subject, level: 'fail', finding, fix };
  }
  const immediate = found.volumeBindingMode !== 'WaitForFirstConsumer';
  if (immediate && pinned) {
    const finding = 'makes volumes before pods have a node, so in the wrong zone';
    return { subject, level: 'fail', finding, fix: 'take a class with volumeBindingMode: WaitForFirstConsumer.' };
  }
  const traits = [
    found.reclaimPolicy === 'Retain' ? 'keeps volumes' : 'deletes volumes with their claims',
    found.allowVolumeExpansion === true ? 'can grow' : 'cannot grow',
  ];
  const finding = `${traits.join(', ')}${live ? '' : ' (comes with the manifests)'}`;
  if (found.reclaimPolicy === 'Retain') return { subject, level: 'ok', finding };
  return { subject, level: 'warn', finding, fix: 'take a class with reclaimPolicy: Retain.' };
}

const immutableFields = ['provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'] as const;

const defaults: Readonly<Record<string, unknown>> = { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' };

function differs(live: unknown, declared: unknown, field: string): boolean {
  const text_ = (value: unknown) =>
    JSON.stringify(Object.entries(record(value)).sort(([a], [b]) => (a < b ? -1 : 1))) +
    asText(value ?? defaults[field]);
  return text_(live) !== text_(declared);
}

function isDefault({ metadata }: LiveObject): boolean {
  return metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
}

/** Classes that volumes name; the empty name is the default class. */
function classNamesOf(manifests: readonly Manifest[]): readonly string[] {
  const claims = manifests.flatMap((manifest) => [
    ...list(at(manifest, 'spec', 'templates', 'volumeClaimTemplates')).map((template) => record(template).spec),
    ...list(at(manifest, 'spec', 'volumeClaimTemplates')).map((template) => record(template).spec),
    ...(manifest.kind === 'PersistentVolumeClaim' ? [manifest.spec] : []),
  ]);
  return [...new Set(claims.map((claim) => text(record(claim).storageClassName) ?? ''))].sort();
}
