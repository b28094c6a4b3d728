import type { EnvVar } from 'kubernetes-types/core/v1';
import type { Endpoints } from './endpoints';
import type { SecretKey } from './user-options';

/** Where the certificate of the authority lies that signed those of the servers. */
export interface CertificateAuthority {
  /** Secret in the namespace of the cluster. It also holds the key of the servers, so mount this one key only. */
  readonly name: string;
  /** Its key, with the certificate as PEM. */
  readonly key: string;
}

/** Environment variables with which a workload connects. The password is read from the Secret, never written down. */
export function connectionEnv(
  { http, native }: Endpoints,
  user: string,
  password: Required<SecretKey>,
  authority?: CertificateAuthority,
): readonly EnvVar[] {
  return [
    { name: 'CLICKHOUSE_HOST', value: http.host },
    { name: 'CLICKHOUSE_PORT', value: String(http.port) },
    { name: 'CLICKHOUSE_NATIVE_PORT', value: String(native.port) },
    { name: 'CLICKHOUSE_USER', value: user },
    { name: 'CLICKHOUSE_PASSWORD', valueFrom: { secretKeyRef: { name: password.name, key: password.passwordKey } } },
    ...(authority
      ? [
          { name: 'CLICKHOUSE_SECURE', value: 'true' },
          { name: 'CLICKHOUSE_CA', valueFrom: { secretKeyRef: { name: authority.name, key: authority.key } } },
        ]
      : []),
  ];
}
