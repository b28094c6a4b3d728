import { dashboardConfigMaps } from '../../support/dashboards';
import { anyApiServer, makeNamespace, refusals } from './servers';

const server = anyApiServer();

test.each([
  ['analytics', {}],
  ['grafana', { namespace: 'grafana', folder: 'Data/Click House', labels: { team: 'storage' } }],
])('the API server takes dashboards in namespace %s', async (namespace, options) => {
  await makeNamespace(server, namespace);
  const configMaps = [...dashboardConfigMaps(options).values()];
  expect(configMaps).toHaveLength(5);
  expect(await refusals(server, configMaps)).toEqual([]);
});

test('a dashboard that is too large is refused, as the library would', async () => {
  await makeNamespace(server, 'analytics');
  const [configMap] = dashboardConfigMaps().values();
  const large = { ...configMap!, data: { 'analytics-overview.json': 'x'.repeat(1024 * 1024 + 1) } };
  expect(await refusals(server, [large])).toEqual([expect.stringContaining('Too long: may not be more than 1048576')]);
});
