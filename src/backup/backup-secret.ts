import type { EnvVar } from 'kubernetes-types/core/v1';

/** The Secret with which backups log in, to the server and to clickhouse-backup beside it. `anyhouse credentials` prints it. */
export function backupSecret(cluster: string) {
  return { name: `${cluster}-backup`, usernameKey: 'username', passwordKey: 'password' } as const;
}

/** A variable whose value stands in a Secret. */
export function secretVariable(name: string, secret: string, key: string): EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}
