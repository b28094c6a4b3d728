import { ClickHouseCluster, EdgeGateway, type EdgeGatewayProps, Environment, Platform, Tls } from 'anyhouse';
import { synthesized } from 'anyhouse/testing';
import { comparePlatforms } from '../../src/tools/compare/compare';
import { gatewaysOf } from '../../src/tools/gateways';
import { nextSteps } from '../../src/tools/next-steps';
import { eks } from '../support/environments';

const minikube = Platform.minikube();

/** A gateway in front of one server. */
function manifests(platform = minikube, props: Partial<EdgeGatewayProps> = {}) {
  return synthesized((app) => {
    const tls = platform === minikube ? Tls.off('a test') : Tls.certManager();
    const environment = new Environment(app, 'data', { platform, tls, stage: 'development', domain: 'ch.example.com' });
    const events = new ClickHouseCluster(environment, 'events', { storage: { size: '1Gi' } });
    new EdgeGateway(environment, 'edge', { clusters: [events], allow: ['10.0.0.0/8'], ...props });
  });
}

test('a gateway is found with what belongs to it', () => {
  const [gateway, ...others] = gatewaysOf(manifests());
  expect(others).toEqual([]);
  expect(gateway).toMatchObject({
    namespace: 'data',
    name: 'edge',
    secret: 'edge-tls',
    names: ['*.ch.example.com'],
    pods: 1,
    service: { kind: 'Service', metadata: { name: 'edge' } },
    authorities: [],
  });
  expect(gateway?.certificate).toBeUndefined();
});

test('a gateway whose pods come by load counts with the fewest of them', () => {
  expect(gatewaysOf(manifests(minikube, { autoscaling: { least: 3, most: 9 } }))[0]?.pods).toBe(3);
});

test('Deployments of others are no gateways', () => {
  const other = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'edge' } };
  expect(gatewaysOf([other])).toEqual([]);
});

const reaching = (...args: Parameters<typeof manifests>) =>
  nextSteps('dist', manifests(...args))
    .filter(({ command }) => command.startsWith('kubectl --namespace'))
    .map(({ why, command }) => [why, command]);
const authority = [
  'keep the authority that clients of edge have to believe',
  "kubectl --namespace data get secret edge-tls -o jsonpath='{.data.ca\\.crt}' | base64 -d > ca.crt",
];

test('on a laptop, the next commands end with the way to the gateway', () => {
  expect(reaching()).toEqual([
    authority,
    [
      "reach it from this machine, once '127.0.0.1/32' is in its allow: clients come as that",
      'kubectl --namespace data port-forward service/edge 8443 9440',
    ],
  ]);
  const [, [why] = []] = reaching(minikube, { allow: ['10.0.0.0/8', '127.0.0.1/32'] });
  expect(why).toBe('reach it from this machine');
});

test('in a cloud, they end with the address that DNS has to lead to', () => {
  expect(reaching(eks)).toEqual([
    authority,
    [
      'let DNS lead *.ch.example.com to this address, unless external-dns does',
      'kubectl --namespace data get service edge',
    ],
  ]);
});

test('who signs for a public authority needs none of ours', () => {
  const issuer = { name: 'letsencrypt', kind: 'ClusterIssuer' } as const;
  expect(reaching(eks, { tls: { issuer } }).map(([why]) => why)).toEqual([
    'let DNS lead *.ch.example.com to this address, unless external-dns does',
  ]);
});

test('gateways are compared by what clients see of them', () => {
  const compared = comparePlatforms([
    { name: 'minikube', manifests: manifests(), lines: 0 },
    { name: 'eks', manifests: manifests(eks), lines: 0 },
  ]);
  expect(compared.same).toEqual(expect.arrayContaining(['names for clients', 'who may connect']));
  expect(compared.differs.map(({ name }) => name)).toEqual(expect.arrayContaining(['load balancer', 'edge pods']));
  expect(compared.platforms.map(({ edgePods, loadBalancers }) => [edgePods, loadBalancers])).toEqual([
    [1, 0],
    [2, 1],
  ]);
});

test('what only gateways have is not compared where there are none', () => {
  const without = manifests().filter(({ kind }) => kind !== 'Deployment');
  const { same, differs } = comparePlatforms([{ name: 'a', manifests: without, lines: 0 }]);
  expect([...same, ...differs.map(({ name }) => name)]).not.toContain('names for clients');
});
