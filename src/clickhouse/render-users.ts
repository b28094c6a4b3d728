import type { Escape } from '../altinity/setting-paths';
import type { ResolvedCluster, ResolvedUser } from './options';
import type { QuotaOptions } from './user-options';

type Value = string | number | readonly string[] | { valueFrom: { secretKeyRef: { name: string; key: string } } };

/** The section `users` of an installation: a flat map of slash paths. */
export function renderUsers({ users }: ResolvedCluster, escaped: Escape): Record<string, Value> {
  return Object.assign({}, ...Object.entries(users).map(([name, user]) => renderUser(name, user, escaped)));
}

function renderUser(
  name: string,
  { networks, grants, password, profile, quota }: ResolvedUser,
  escaped: Escape,
): Record<string, Value> {
  return {
    ...(grants
      ? { [`${name}/grants/query`]: grants.map(escaped) }
      : {
          [`${name}/access_management`]: 1,
          [`${name}/named_collection_control`]: 1,
          [`${name}/show_named_collections`]: 1,
          [`${name}/show_named_collections_secrets`]: 1,
        }),
    [`${name}/networks/ip`]: networks,
    [`${name}/password_sha256_hex`]: { valueFrom: { secretKeyRef: { name: password.name, key: password.hashKey } } },
    ...(profile !== undefined && { [`${name}/profile`]: profile }),
    ...(quota !== undefined && { [`${name}/quota`]: quota }),
  };
}

const quotaFields = {
  seconds: 'duration',
  queries: 'queries',
  errors: 'errors',
  resultRows: 'result_rows',
  readRows: 'read_rows',
  executionTime: 'execution_time',
} as const satisfies Record<keyof QuotaOptions, string>;

/** Quotas, each with one interval. */
export function renderQuotas({ quotas }: ResolvedCluster): Record<string, Value> {
  const entries = Object.entries(quotas).flatMap(([quota, options]) =>
    Object.entries(quotaFields).flatMap(([prop, field]) => {
      const value = options[prop as keyof QuotaOptions];
      return value === undefined ? [] : [[`${quota}/interval/${field}`, value] as const];
    }),
  );
  return Object.fromEntries(entries);
}
