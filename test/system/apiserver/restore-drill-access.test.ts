import { parse } from 'yaml';
import { examples } from '../../../examples';
import { renderDrillAccess } from '../../../src/backup/restore/render-drill';
import { at } from '../../support/tree';
import { ApiClient } from '../cluster/api-client';
import type { Call } from '../cluster/http';
import { until } from '../cluster/until';
import { anyApiServer, makeNamespace } from './servers';
import { tokenOf } from './token';

/* The job of a drill, as the API server sees it: what it creates is accepted, and it may do nothing else. */

const server = anyApiServer();
const namespace = 'drill-access';
const chi = `/apis/clickhouse.altinity.com/v1/namespaces/${namespace}/clickhouseinstallations`;
let client: ApiClient;

/** The scratch installation of the example, read as the API server reads YAML, with its owner filled in. */
function installation(name: string): object {
  const example = examples.find((one) => one.name === 'clone');
  const files = example
    ?.synth('eks')
    .find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'payroll-drill-scripts');
  const read = parse(at(files, 'data', 'installation.yaml'), { version: '1.1' });
  const owner = { ...read.metadata.ownerReferences[0], name: 'a-job', uid: '11111111-2222-3333-4444-555555555555' };
  return { ...read, metadata: { ...read.metadata, name, namespace, ownerReferences: [owner] } };
}

beforeAll(async () => {
  await makeNamespace(server, namespace);
  const drill = { name: 'payroll-drill' } as Parameters<typeof renderDrillAccess>[0];
  const place = { namespace, gitops: undefined } as Parameters<typeof renderDrillAccess>[1];
  for (const manifest of renderDrillAccess(drill, place)) await server.apply(manifest);
  client = new ApiClient({ ...server.connection, token: await tokenOf(server, namespace, 'payroll-drill') });
  await until(
    async () => ((await statusOf(`GET ${chi}/payroll-drill`)) === 404 ? true : undefined),
    () => 'the role has no effect',
  );
});
afterAll(() => client?.close());

async function statusOf(request: string, body?: object): Promise<number> {
  const [method, path = ''] = request.split(' ');
  return (await client.send({ method, path, ...(body && { body }) } as Call)).status;
}

test('its installation is accepted as it is written, and removed again', async () => {
  expect(await statusOf(`POST ${chi}?fieldValidation=Strict`, installation('payroll-drill'))).toBe(201);
  expect(await statusOf(`GET ${chi}/payroll-drill`)).toBe(200);
  expect(await statusOf(`GET /api/v1/namespaces/${namespace}/persistentvolumeclaims?labelSelector=a%3Db`)).toBe(200);
  expect(await statusOf(`DELETE ${chi}/payroll-drill`)).toBe(200);
});

test.each([
  `GET ${chi}`,
  `GET ${chi}/other`,
  `DELETE ${chi}/other`,
  `DELETE ${chi}`,
  `GET ${chi.replace(namespace, 'default')}/payroll-drill`,
  `DELETE ${chi.replace(namespace, 'default')}/payroll-drill`,
  `GET /api/v1/namespaces/${namespace}/secrets`,
  `GET /api/v1/namespaces/${namespace}/secrets/payroll-drill`,
  `DELETE /api/v1/namespaces/${namespace}/persistentvolumeclaims/a`,
  `GET /api/v1/namespaces/${namespace}/pods`,
  'GET /api/v1/persistentvolumes',
])('it may not %s', async (request) => {
  expect(await statusOf(request)).toBe(403);
});

test('it may not create installations elsewhere', async () => {
  const elsewhere = installation('payroll-drill') as { metadata: object };
  const body = { ...elsewhere, metadata: { ...elsewhere.metadata, namespace: 'default' } };
  expect(await statusOf(`POST ${chi.replace(namespace, 'default')}`, body)).toBe(403);
});
