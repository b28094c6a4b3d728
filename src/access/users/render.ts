import { createHash } from 'node:crypto';
import type { JobSpec } from 'kubernetes-types/batch/v1';
import type { EnvVar, ServiceSpec } from 'kubernetes-types/core/v1';
import type { NetworkPolicyEgressRule } from 'kubernetes-types/networking/v1';
import { clickhouseLabels } from '../../altinity/labels';
import type { ClusterContribution } from '../../clickhouse/contribution';
import { isLoopback } from '../../clickhouse/render-network';
import { administrator } from '../../clickhouse/resolve-users';
import type { ResolvedEnvironment } from '../../environment/options';
import { type JobOptions, jobLabels, renderJob, renderJobPolicy, renderScripts } from '../../jobs/job';
import { gitopsAnnotations } from '../../kubernetes/gitops';
import type { Manifest, ManifestOf } from '../../kubernetes/manifest';
import type { ResolvedSqlUsers } from './options';
import { authorityDirectory, renderClientConfiguration, renderScript } from './script';
import { passwordsOf } from './sql';
import { hashVariable, sqlUsersAnnotation } from './variables';

/** All objects, with the name by which each is known in the tree. */
export function renderSqlUsers(
  users: ResolvedSqlUsers,
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
): readonly (readonly [id: string, manifest: Manifest])[] {
  const labels = podLabels(users);
  return [
    ['policy', renderJobPolicy(environment, users.name, labels, [...dns, serverEgress(users)])],
    ['address', renderAddress(users, environment)],
    ['scripts', renderScripts(environment, scriptsOf(users), files(users))],
    ['job', renderUsersJob(users, environment)],
  ];
}

/** The administrator may log in from the Job, and the users from where they are. */
export function contributionOf(path: string, users: ResolvedSqlUsers, namespace: string): ClusterContribution {
  const ranges = [...new Set(users.users.flatMap(({ networks }) => networks))]
    .filter((range) => !isLoopback(range))
    .sort();
  return {
    by: `SqlUsers '${path}'`,
    userHosts: { [administrator]: [`${users.name}.${namespace}.svc.cluster.local`] },
    clients: ranges.map((cidr) => ({ ipBlock: { cidr } })),
  };
}

/** The Job, named after what it does: its pods can never change, and what was done is not done again. */
function renderUsersJob(users: ResolvedSqlUsers, environment: ResolvedEnvironment): ManifestOf<JobSpec> {
  const options = jobOptions(users);
  const content = JSON.stringify([renderJob(environment, options).spec, files(users), users.revision]);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return renderJob(environment, { ...options, name: `${users.name}-${hash}` });
}

function jobOptions(users: ResolvedSqlUsers): JobOptions {
  const { name, cluster } = users;
  const { authority } = cluster;
  const volume = 'authority';
  return {
    name,
    podLabels: podLabels(users),
    annotations: {
      [sqlUsersAnnotation]: passwordsOf(users)
        .map(({ user }) => user)
        .join(','),
    },
    containers: [
      {
        name: 'sql-users',
        image: cluster.image,
        command: ['/bin/sh', '/scripts/sql-users.sh'],
        env: variables(users),
        resources: { requests: { cpu: '50m', memory: '256Mi' }, limits: { memory: '256Mi' } },
        ...(authority && { volumeMounts: [{ name: volume, mountPath: authorityDirectory, readOnly: true }] }),
      },
    ],
    scripts: scriptsOf(users),
    // The Secret of the servers also holds their key; the certificate of the authority is all that the Job needs.
    ...(authority && {
      volumes: [
        { name: volume, secret: { secretName: authority.name, items: [{ key: authority.key, path: authority.key }] } },
      ],
    }),
    // Two minutes for each server that does not answer, tried four times.
    deadlineSeconds: 600 + cluster.hosts.length * 4 * 150,
    retries: 3,
  };
}

function variables(users: ResolvedSqlUsers): EnvVar[] {
  const { name, passwordKey } = users.cluster.admin;
  return [
    { name: 'CLICKHOUSE_USER', value: administrator },
    { name: 'CLICKHOUSE_PASSWORD', valueFrom: { secretKeyRef: { name, key: passwordKey } } },
    ...passwordsOf(users).map(({ secret, hashKey }, index) => ({
      name: hashVariable(index),
      valueFrom: { secretKeyRef: { name: secret, key: hashKey } },
    })),
  ];
}

/** The address of the pod under a name, by which ClickHouse knows it. It has to be known before the pod is ready. */
function renderAddress(users: ResolvedSqlUsers, { namespace, gitops }: ResolvedEnvironment): ManifestOf<ServiceSpec> {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: users.name, namespace, annotations: gitopsAnnotations(gitops, 'access', 'replaceable') },
    spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector: { ...jobLabels(users.name) } },
  };
}

function serverEgress({ cluster }: ResolvedSqlUsers): NetworkPolicyEgressRule {
  return {
    to: [{ podSelector: { matchLabels: clickhouseLabels(cluster.name) } }],
    ports: [{ protocol: 'TCP', port: cluster.port }],
  };
}

function files(users: ResolvedSqlUsers): Record<string, string> {
  const { authority } = users.cluster;
  return {
    'sql-users.sh': renderScript(users),
    ...(authority && { 'client.xml': renderClientConfiguration(authority) }),
  };
}

function podLabels({ name, cluster }: ResolvedSqlUsers): Readonly<Record<string, string>> {
  return { ...jobLabels(name), ...cluster.clientLabels };
}

function scriptsOf({ name }: ResolvedSqlUsers): string {
  return `${name}-scripts`;
}
