import type { Manifest } from '../../../src/kubernetes/manifest';
import { ApiClient } from '../cluster/api-client';
import type { Connection } from '../cluster/connection';
import { type OperatorVersion, operatorVersions } from '../cluster/crds';

/** Variable that carries the connections from the global setup to the test files. */
export const connectionsVariable = 'ANYHOUSE_TEST_API_SERVERS';

/** The API server that has the CRDs of one release of the operator. Started once for all test files. */
export function apiServer(operator: OperatorVersion): ApiClient {
  const connections = JSON.parse(process.env[connectionsVariable] ?? '{}') as Partial<Record<string, Connection>>;
  const connection = connections[operator];
  if (connection === undefined) {
    throw new Error('No API server runs. These tests need their global setup: jest -c jest.system.config.json');
  }
  return new ApiClient(connection);
}

/** An API server for tests in which the release of the operator does not matter. */
export function anyApiServer(): ApiClient {
  return apiServer(operatorVersions[operatorVersions.length - 1] as OperatorVersion);
}

/** Makes a namespace in which pods can be created: one with the service account that a controller would make. */
export async function makeNamespace(
  server: ApiClient,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<void> {
  await server.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
  await server.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: name } });
}

/**
 * Makes the namespaces of some objects for real, and the ServiceAccounts of their pods: neither objects nor pods can be
 * tried without.
 */
export async function makeNamespacesOf(server: ApiClient, manifests: readonly Manifest[]): Promise<void> {
  const names = new Set(manifests.flatMap(({ metadata: { namespace } }) => (namespace ? [namespace] : [])));
  await Promise.all([...names].map((name) => makeNamespace(server, name)));
  for (const wanted of ['Namespace', 'ServiceAccount']) {
    for (const manifest of manifests.filter(({ kind }) => kind === wanted)) await server.apply(manifest);
  }
}

/** What the API server refuses of some objects, as `Kind/name: reason`; empty when all is well. */
export async function refusals(server: ApiClient, manifests: readonly Manifest[]): Promise<readonly string[]> {
  const verdicts = await Promise.all(manifests.map((manifest) => server.dryRun(manifest)));
  return verdicts.flatMap((verdict, index) => {
    const { kind, metadata } = manifests[index] as Manifest;
    return verdict.accepted ? [] : [`${kind}/${metadata.name}: ${verdict.message}`];
  });
}
