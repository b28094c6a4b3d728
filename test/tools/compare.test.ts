import { examples } from '../../examples';
import { comparePlatforms } from '../../src/tools/compare/compare';
import { nextSteps } from '../../src/tools/next-steps';

const quickstart = examples.find(({ name }) => name === 'quickstart')!;
const outputs = (['minikube', 'eks', 'gke'] as const).map((name) => ({
  name,
  manifests: quickstart.synth(name),
  lines: 0,
}));

test('the quickstart is the same in what was declared and differs in what the place decides', () => {
  const { same, differs } = comparePlatforms(outputs);
  expect(same).toEqual([
    'names',
    'shards',
    'replicas',
    'images',
    'users',
    'settings',
    'databases',
    'volume sizes',
    'data kept on deletion',
    'names for clients',
    'who may connect',
  ]);
  expect(differs.map(({ name }) => name)).toEqual([
    'storage class',
    'placement',
    'Keeper size',
    'encryption',
    'resources',
    'load balancer',
    'edge pods',
    'disruption budgets',
    'Pod Security',
    'network policies',
    'stage',
  ]);
});

test('each platform is summed up', () => {
  expect(
    comparePlatforms(outputs).platforms.map(
      ({ platform, clickhousePods, keeperPods, nodes, edgePods, loadBalancers }) => [
        platform,
        clickhousePods,
        keeperPods,
        nodes.total,
        edgePods,
        loadBalancers,
      ],
    ),
  ).toEqual([
    ['minikube', 4, 1, 1, 1, 0],
    ['eks', 4, 3, 3, 2, 1],
    ['gke', 4, 3, 3, 2, 1],
  ]);
});

test('one output is the same as itself', () => {
  expect(comparePlatforms(outputs.slice(0, 1)).differs).toEqual([]);
});

test('the next commands pin the chart and create Secrets before the operator reads them', () => {
  expect(nextSteps('dist/minikube', outputs[0]!.manifests, 'minikube').map(({ command }) => command)).toEqual([
    'npx anyhouse credentials dist/minikube --context minikube | kubectl --context minikube apply -f -',
    'npx anyhouse operator-values dist/minikube | helm upgrade --install clickhouse-operator altinity-clickhouse-operator --repo https://helm.altinity.com --version 0.27.2 --namespace clickhouse-operator --kube-context minikube -f -',
    'kubectl --context minikube apply -f dist/minikube',
    'npx anyhouse wait dist/minikube --context minikube',
    "kubectl --context minikube --namespace analytics get secret edge-tls -o jsonpath='{.data.ca\\.crt}' | base64 -d > ca.crt",
    'kubectl --context minikube --namespace analytics port-forward service/edge 8443 9440',
  ]);
});

test('where GitOps installs the operator helm does not', () => {
  const dedicated = examples.find(({ name }) => name === 'dedicated-nodes')!;
  expect(nextSteps('dist', dedicated.synth('eks')).every(({ command }) => !command.includes('operator'))).toBe(true);
});

test('where cert-manager is asked for certificates it is installed before everything else', () => {
  const commands = nextSteps('dist/eks', outputs[1]!.manifests, 'eks').map(({ command }) => command);
  expect(commands[1]).toBe(
    'helm upgrade --install cert-manager cert-manager --repo https://charts.jetstack.io --version v1.21.2 --namespace cert-manager --create-namespace --set crds.enabled=true --wait --kube-context eks',
  );
  expect(nextSteps('dist/minikube', outputs[0]!.manifests).some(({ command }) => /cert-manager/.test(command))).toBe(
    false,
  );
});
