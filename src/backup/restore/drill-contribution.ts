import type { ClusterContribution } from '../../clickhouse/contribution';
import { jobLabels } from '../../jobs/job';
import { podsOf } from '../../kubernetes/pods-of';
import { backupSecret } from '../backup-secret';
import { podsService } from '../native/contribution';
import type { BackupStore } from '../store';
import { restoreSecret } from './contribution';

/** Name of the user of the source as which a drill counts its rows. */
export const drillUser = 'drill';

/** Parts of a table are shown to who may see it. */
export const drillGrants = ['GRANT SHOW TABLES ON *.*', 'GRANT SELECT ON system.parts'];

/** The Secret of that user: in the namespace of the source, and the same one in that of the drill. */
export function drillSecret(source: string) {
  return { name: `${source}-drill`, passwordKey: 'password', hashKey: 'password_sha256_hex' } as const;
}

/** What a drill needs of the source: to count rows from another namespace, without reading any. */
export function drillContribution(
  by: string,
  {
    name,
    namespace,
    source,
    sourcePort,
  }: { readonly name: string; readonly namespace: string; readonly source: string; readonly sourcePort: number },
): ClusterContribution {
  return {
    by,
    users: {
      [drillUser]: {
        networks: ['127.0.0.1/32', '::1/128'],
        password: drillSecret(source),
        grants: drillGrants,
        sharedWith: namespace,
      },
    },
    userHosts: { [drillUser]: [`${podsService({ name })}.${namespace}.svc.cluster.local`] },
    ingress: [
      {
        from: [podsOf(namespace, { matchLabels: { ...jobLabels(name) } })],
        ports: [{ protocol: 'TCP', port: sourcePort }],
      },
    ],
  };
}

/** Secrets of the namespace of a drill. That of the source comes first. */
export function drillSecrets(source: string, scratch: string, { resolved }: BackupStore): readonly string[] {
  const own = [`${scratch}-admin`, backupSecret(scratch).name, restoreSecret(scratch).name];
  return [drillSecret(source).name, ...own, ...(resolved.keys ? [resolved.keys.name] : [])];
}
