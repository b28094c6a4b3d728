import { type AlertedCluster, type ClickHouseAlert, gauge, titleOf } from './alerts';

/** Alerts on disks and what lies on them. */
export function storageAlerts(cluster: AlertedCluster): readonly ClickHouseAlert[] {
  const { diskUsed, diskFullHours, detachedParts, pendingMutations } = cluster.thresholds;
  const title = titleOf(cluster);
  const used = perDisk(cluster, (available, total) => `1 - ${available} / ${total}`);
  const forecast = perDisk(
    cluster,
    // A pod that was restarted has a new address, and the metrics of the old one are still seen.
    (available) => `predict_linear(${available}[6h], ${diskFullHours * 3600}) and ${available}`,
  );
  const aside = ['NumberOfDetachedParts', 'NumberOfDetachedByUserParts'].map((name) =>
    gauge(cluster, `AsyncMetrics_${name}`),
  );
  return [
    ...(
      [
        ['warning', diskUsed.warning, '15m'],
        ['critical', diskUsed.critical, '5m'],
      ] as const
    ).map(([severity, share, time]) => ({
      name: 'ClickHouseDiskNearlyFull',
      expression: `${used} > ${share}`,
      for: time,
      severity,
      summary: `Disk {{ $labels.disk }} of server {{ $labels.pod }} of the ${title} is {{ $value | humanizePercentage }} full.`,
      description: 'On a full disk inserts and merges fail. A merge needs as much room as the parts that it merges.',
    })),
    {
      name: 'ClickHouseDiskFills',
      // A disk that is half empty fills often, and is emptied again by merges.
      expression: `(${forecast} < 0) and ${used} > 0.5`,
      for: '1h',
      severity: 'warning',
      summary: `Disk {{ $labels.disk }} of server {{ $labels.pod }} of the ${title} will be full within ${diskFullHours} hours.`,
      description: 'This is what the last six hours tell. A volume takes time to grow.',
    },
    {
      name: 'ClickHousePartsDetached',
      expression: `max by (pod) (${aside.join(' - ')}) > ${detachedParts}`,
      for: '15m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} has put {{ $value }} parts aside.`,
      description: 'They are broken or not known to the replica. Their rows may be missing.',
    },
    {
      name: 'ClickHouseMutationsMany',
      expression: `max by (pod) (${gauge(cluster, 'AsyncMetrics_NumberOfPendingMutations')}) > ${pendingMutations}`,
      for: '30m',
      severity: 'warning',
      summary: `Server {{ $labels.pod }} of the ${title} has {{ $value }} mutations that are not done.`,
      description: 'Each ALTER UPDATE or DELETE rewrites parts. Merges and further mutations wait for them.',
    },
  ];
}

/** The name of a disk is part of the name of its metric, and becomes a label here. */
function perDisk(cluster: AlertedCluster, value: (available: string, total: string) => string): string {
  const disks = cluster.disks.map((disk) => {
    const [available = '', total = ''] = ['Available', 'Total'].map((what) =>
      gauge(cluster, `AsyncMetrics_Disk${what}_${disk}`),
    );
    return `label_replace(${value(available, total)}, "disk", "${disk}", "", "")`;
  });
  return `max by (pod, disk) (${disks.join(' or ')})`;
}
