import type { EnvVar } from 'kubernetes-types/core/v1';
import type { Endpoints } from './endpoints';
import type { SecretKey } from './user-options';

/** Environment variables with which a workload connects. The password is read from the Secret, never written down. */
export function connectionEnv(
  { http, native }: Endpoints,
  user: string,
  password: Required<SecretKey>,
): readonly EnvVar[] {
  return [
    { name: 'CLICKHOUSE_HOST', value: http.host },
    { name: 'CLICKHOUSE_PORT', value: String(http.port) },
    { name: 'CLICKHOUSE_NATIVE_PORT', value: String(native.port) },
    { name: 'CLICKHOUSE_USER', value: user },
    { name: 'CLICKHOUSE_PASSWORD', valueFrom: { secretKeyRef: { name: password.name, key: password.passwordKey } } },
  ];
}
