import { type HealthSubject, healthScript } from './script';

const subjects: readonly (HealthSubject & { readonly group: string })[] = [
  { group: 'clickhouse.altinity.com', kind: 'ClickHouseInstallation', noun: 'hosts' },
  { group: 'clickhouse-keeper.altinity.com', kind: 'ClickHouseKeeperInstallation', noun: 'members' },
];

/** Entries of `argocd-cm`, by key. They replace the scripts that Argo CD has of its own since 3.2. */
export function argoCdHealth(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    subjects.map((subject) => [
      `resource.customizations.health.${subject.group}_${subject.kind}`,
      healthScript(subject),
    ]),
  );
}
