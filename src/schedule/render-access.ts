import type { ServiceSpec } from 'kubernetes-types/core/v1';
import type { NetworkPolicyEgressRule, NetworkPolicySpec } from 'kubernetes-types/networking/v1';
import type { ResolvedUser } from '../clickhouse/options';
import { renderAccount } from '../environment/account';
import { apiServerEgress } from '../environment/api-server';
import type { ResolvedEnvironment } from '../environment/options';
import { renderPodAddresses } from '../environment/pod-addresses';
import { renderJobPolicy, renderScripts } from '../jobs/job';
import type { Manifest, ManifestOf } from '../kubernetes/manifest';
import { idleGrants, idleQuestion } from './idle-query';
import { clientConfiguration, idleFiles, idleScript } from './idle-script';
import { groups } from './marks';
import type { ResolvedSchedule, Scheduled } from './options';
import { idleName, scheduleLabels } from './render-jobs';
import { idleUser } from './resolve';

/**
 * The rights of a schedule: to change its own installations, and to see their pods go and come. `list` and `watch` are granted
 * for requests with the field selector `metadata.name=...` only, as `kubectl wait` sends them.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
 */
export function renderScheduleAccess(
  schedule: ResolvedSchedule,
  environment: ResolvedEnvironment,
  { clusters, keepers }: Scheduled,
): readonly Manifest[] {
  const names = (all: readonly { readonly name: string }[]) => all.map((one) => one.name);
  const change = ['get', 'patch'];
  const see = ['get', 'list', 'watch'];
  return renderAccount(environment, schedule.name, [
    {
      apiGroups: [groups.cluster],
      resources: ['clickhouseinstallations'],
      resourceNames: names(clusters),
      verbs: change,
    },
    ...(keepers.length === 0
      ? []
      : [
          {
            apiGroups: [groups.keeper],
            resources: ['clickhousekeeperinstallations'],
            resourceNames: names(keepers),
            verbs: change,
          },
        ]),
    {
      apiGroups: [''],
      resources: ['pods'],
      resourceNames: [...clusters.flatMap(({ pods }) => pods), ...(schedule.idle ? [nothing(schedule)] : [])],
      verbs: see,
    },
    {
      apiGroups: ['apps'],
      resources: ['statefulsets'],
      resourceNames: [...clusters, ...keepers].flatMap(({ sets }) => sets),
      verbs: see,
    },
  ]);
}

/** What its pods reach: the API server, and names. Clusters let the check in by its client labels. */
export function renderSchedulePolicy(
  schedule: ResolvedSchedule,
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
): ManifestOf<NetworkPolicySpec> {
  return renderJobPolicy(environment, schedule.name, scheduleLabels(schedule), [...dns, apiServerEgress(environment)]);
}

/** Script, question and answers of the idle check. */
export function renderIdleFiles(
  schedule: ResolvedSchedule,
  environment: ResolvedEnvironment,
  { clusters }: Scheduled,
): Manifest | undefined {
  const { idle } = schedule;
  if (!idle) return undefined;
  const { namespace } = environment;
  const pods = clusters.flatMap((one) => one.pods);
  return renderScripts(environment, idleName(schedule), {
    [idleFiles.script]: idleScript,
    [idleFiles.question]: idleQuestion({ minutes: idle.minutes, ignoredUsers: idle.ignoreUsers }),
    ...(clusters.some(({ authority }) => authority) && { [idleFiles.client]: clientConfiguration }),
    [idleFiles.stop]: '{"spec":{"stop":"yes"}}\n',
    [idleFiles.keep]: '{}\n',
    [idleFiles.pods]: podList(namespace, pods),
    [idleFiles.nothing]: podList(namespace, [nothing(schedule)]),
  });
}

/**
 * The name that ClickHouse knows the pods of the check by: their addresses are those of any pod. They are never ready, so
 * addresses are published before.
 */
export function renderIdleName(
  schedule: ResolvedSchedule,
  environment: ResolvedEnvironment,
): ManifestOf<ServiceSpec> | undefined {
  return schedule.idle && renderPodAddresses(environment, idleName(schedule), scheduleLabels(schedule));
}

/** The user that asks. It sees names of tables and no row of them. */
export function idleUserOf(cluster: string): ResolvedUser {
  return {
    networks: ['127.0.0.1/32', '::1/128'],
    grants: idleGrants.map((grant) => `GRANT ${grant}`),
    password: { name: `${cluster}-${idleUser}`, hashKey: 'password_sha256_hex', passwordKey: 'password' },
  };
}

/** A pod that never exists. To wait until it is gone is to wait for nothing. */
function nothing({ name }: ResolvedSchedule): string {
  return `${name}-nothing`;
}

function podList(namespace: string, pods: readonly string[]): string {
  const items = pods.map((name) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace } }));
  return `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items })}\n`;
}
