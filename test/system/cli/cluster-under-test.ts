import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ClickHouseCluster,
  ClusterServices,
  EdgeGateway,
  Environment,
  Keeper,
  type Manifest,
  Operator,
  Platform,
} from 'anyhouse';
import { synthesized } from 'anyhouse/testing';
import { printYaml } from '../../../src/tools/print-yaml';
import { directoryWith, type Result, spawnAnyhouse } from '../../cli/command';
import { ApiClient } from '../cluster/api-client';
import type { Connection } from '../cluster/connection';

/** Variable that carries the connection from the global setup to the test files. */
export const connectionVariable = 'ANYHOUSE_TEST_CLUSTER';

/** How to reach the cluster that was started once for all test files. */
export function connection(): Connection {
  const printed = process.env[connectionVariable];
  if (printed === undefined)
    throw new Error('No cluster runs. These tests need their setup: jest -c jest.system.config.json');
  return JSON.parse(printed) as Connection;
}

/** A client with the rights of an administrator. */
export function client(): ApiClient {
  return new ApiClient(connection());
}

/** Runs `anyhouse` against the cluster. */
export function onCluster(args: readonly string[]): Promise<Result> {
  const { kubeconfig, context } = connection();
  return spawnAnyhouse([...args, '--kubeconfig', kubeconfig, '--context', context]);
}

const platform = Platform.minikube();

/** Manifests of a Keeper and a cluster of two hosts in a namespace, served by an operator in one of its own. */
export function environmentIn(
  namespace: string,
  operator = Operator.existing({ namespace: `${namespace}-operator` }),
): readonly Manifest[] {
  return synthesized((app) => {
    new ClusterServices(app, 'services', { platform, operator });
    const environment = new Environment(app, namespace, { platform });
    const keeper = new Keeper(environment, 'keeper');
    new ClickHouseCluster(environment, 'events', { replication: { replicas: 2, keeper }, storage: { size: '1Gi' } });
  });
}

/** Manifests of a server behind a gateway, for a laptop. */
export function gatewayIn(namespace: string): readonly Manifest[] {
  return synthesized((app) => {
    const environment = new Environment(app, namespace, { platform, domain: 'ch.example.com' });
    const events = new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' } });
    new EdgeGateway(environment, 'edge', { clusters: [events], allow: ['10.0.0.0/8'] });
  });
}

/** Writes manifests to a directory of their own. */
export function written(manifests: readonly Manifest[]): string {
  const directory = directoryWith({});
  writeFileSync(join(directory, 'all.yaml'), manifests.map((manifest) => `---\n${printYaml(manifest)}`).join(''));
  return directory;
}

/** Applies manifests, namespaces first. */
export async function apply(server: ApiClient, manifests: readonly Manifest[]): Promise<void> {
  const first = manifests.filter(({ kind }) => kind === 'Namespace');
  for (const manifest of [...first, ...manifests.filter((each) => !first.includes(each))]) {
    await server.apply(manifest);
  }
}
