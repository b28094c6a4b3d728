import type { Conversion } from './conversion';

const transform = 'Change it with transform.installation';
const xml = 'XML is not read: it may hold passwords';

/** Values that are no part of a program, with the reason and what to do instead. */
const table: readonly (readonly [path: string, reason: string, instead: string])[] = [
  ['namespaceDomainPattern', 'names of hosts stay short', transform],
  [
    'clickhouse.clusterSecret.secure',
    'encryption is an affair of the environment',
    'Leave its tls out in production, or write Tls.certManager()',
  ],
  ['clickhouse.clusterSecret.auto', 'the operator makes the secret', 'Leave it out'],
  ['clickhouse.clusterSecret.value', 'the operator makes the secret, and no program should hold one', 'Leave it out'],
  ['clickhouse.clusterSecret.valueFrom', 'the operator makes the secret', 'Leave it out'],
  ['clickhouse.podAnnotations', 'pods have those that they need', transform],
  ['clickhouse.podLabels', 'pods have those that they need', transform],
  ['clickhouse.affinity', 'placement decides where pods go', 'Write placement: { spread, zones, pool }'],
  [
    'clickhouse.topologySpreadConstraints',
    'placement decides where pods go',
    'Write placement: { spread, zones, pool }',
  ],
  ['clickhouse.extraPorts', 'ports stand in Services and policies, too', transform],
  ['clickhouse.extraConfig', xml, 'Write settings: { ... }, as docs/settings.md tells'],
  ['clickhouse.extraUsers', xml, 'Write users, profiles and quotas'],
  ['clickhouse.configurationFiles', xml, 'Write settings, or add files with transform.installation'],
  ['clickhouse.extraContainers', 'there is no prop for containers', transform],
  ['clickhouse.extraVolumes', 'there is no prop for volumes that are not for data', transform],
  ['clickhouse.extraVolumeMounts', 'there is no prop for volumes that are not for data', transform],
  ['clickhouse.livenessProbe', 'the operator writes probes that fit', transform],
  [
    'clickhouse.initScripts',
    'scripts are not run',
    "Write databases: ['events'] for databases; make tables from your own code",
  ],
  ['keeper.podAnnotations', 'pods have those that they need', 'Change them with transform.installation of the Keeper'],
  [
    'keeper.volumeClaimAnnotations',
    'claims have those that they need',
    'Change them with transform.installation of the Keeper',
  ],
  ['keeper.metricsPort', 'Keeper shows no metrics yet', 'Change it with transform.installation of the Keeper'],
];

/** Tells what is left of the values: without a place here, without effect, or unknown to the chart. */
export function refuseTheRest({ values, fates }: Conversion): void {
  if (!values.flag('clickhouse', 'initScripts', 'enabled')) fates.idle('clickhouse', 'initScripts');
  const secret = ['clickhouse', 'clusterSecret'];
  if (values.flag(...secret, 'enabled')) fates.map(...secret, 'enabled');
  else fates.idle(...secret);
  for (const [name, reason, instead] of table) {
    const path = name.split('.');
    if (fates.of(path) !== undefined && !overrides(name)) continue;
    if (fates.of(path) === 'idle') continue;
    if (values.changes(path)) fates.refuse(path, reason, instead);
    else fates.idle(...path);
  }
}

/** Values below others that are mapped. */
function overrides(name: string): boolean {
  return name.startsWith('clickhouse.clusterSecret.');
}
