import type { Escape } from '../altinity/setting-paths';
import type { ResolvedCluster, ResolvedUser } from './options';
import { administrator } from './resolve-users';
import type { QuotaOptions, SecretKey } from './user-options';

type Value = string | number | readonly string[] | { valueFrom: { secretKeyRef: { name: string; key: string } } };

/** The section `users` of an installation: a flat map of slash paths. */
export function renderUsers({ users, contributed }: ResolvedCluster, escaped: Escape): Record<string, Value> {
  const { userHosts, http } = contributed;
  return Object.assign(
    {},
    ...Object.entries(users).map(([name, user]) => renderUser(name, user, userHosts.get(name) ?? [], escaped)),
    // The user that the operator always adds has no password, and logs in from what says that it is the server itself.
    http === 'trusted-only' ? renderPassword('default', users[administrator]?.password) : {},
  );
}

function renderUser(
  name: string,
  { networks, grants, password, profile, quota }: ResolvedUser,
  hosts: readonly string[],
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
    ...(hosts.length > 0 && { [`${name}/networks/host`]: hosts }),
    [`${name}/networks/ip`]: networks,
    ...renderPassword(name, password),
    ...(profile !== undefined && { [`${name}/profile`]: profile }),
    ...(quota !== undefined && { [`${name}/quota`]: quota }),
  };
}

function renderPassword(user: string, password: Required<SecretKey> | undefined): Record<string, Value> {
  if (!password) return {};
  return {
    [`${user}/password_sha256_hex`]: { valueFrom: { secretKeyRef: { name: password.name, key: password.hashKey } } },
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
