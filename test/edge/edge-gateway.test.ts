import type { EdgeGateway, Environment, Manifest } from 'anyhouse';
import { at } from '../../src/kubernetes/manifest';
import { eks, gke, minikube, objectOf, objectsOf } from '../support/environments';
import { clusterIn, gatewayIn, nameOf, placeOn, podOf, routesIn } from './support';

/** Objects of an environment that a gateway and its clusters add to it. */
function added(place: Environment, run: () => unknown): readonly string[] {
  const before = new Set(objectsOf(place).map(nameOf));
  run();
  return objectsOf(place)
    .map(nameOf)
    .filter((name) => !before.has(name))
    .sort();
}

const container = (gateway: EdgeGateway, name: string) => podOf(gateway)?.containers.find((each) => each.name === name);

test('a gateway is one Deployment, one entry, its data and nothing that needs rights', () => {
  const place = placeOn(minikube);
  const events = clusterIn(place);
  expect(added(place, () => gatewayIn(place, { clusters: [events] }))).toEqual([
    'ConfigMap/edge-config',
    'ConfigMap/edge-data',
    'ConfigMap/edge-scripts',
    'Deployment/edge',
    'NetworkPolicy/edge',
    'Service/edge',
    'Service/edge-events',
    'Service/edge-pods',
  ]);
});

test.each([
  ['eks', eks],
  ['gke', gke],
] as const)('on %s it may lose one pod at a time', (_, platform) => {
  const gateway = gatewayIn(placeOn(platform));
  expect(objectOf(gateway, 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
  expect(objectOf(gateway, 'Deployment').spec).toMatchObject({ replicas: 2 });
});

test('on a laptop it is one small pod without a budget', () => {
  const gateway = gatewayIn(placeOn(minikube));
  expect(objectsOf(gateway).filter(({ kind }) => kind === 'PodDisruptionBudget')).toEqual([]);
  expect(objectOf(gateway, 'Deployment').spec).toMatchObject({ replicas: 1 });
  expect(container(gateway, 'haproxy')?.resources).toEqual({
    requests: { cpu: '50m', memory: '64Mi' },
    limits: { memory: '128Mi' },
  });
});

test('production has processors, memory and connections for many clients', () => {
  const gateway = gatewayIn(placeOn(eks));
  expect(container(gateway, 'haproxy')?.resources).toEqual({
    requests: { cpu: '500m', memory: '512Mi' },
    limits: { memory: '512Mi' },
  });
  expect(at(objectOf(gateway, 'ConfigMap', 'edge-config'), 'data', 'haproxy.cfg')).toContain('\n  maxconn 5000\n');
});

test('pods run as the user of the image, with nothing to write but a volume in memory of the node', () => {
  const pod = podOf(gatewayIn(placeOn()));
  expect(pod?.automountServiceAccountToken).toBe(false);
  expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
  for (const { securityContext } of [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])])
    expect(securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
});

test('probes ask the port for health, never one for TLS', () => {
  const gateway = gatewayIn(placeOn());
  const { livenessProbe, readinessProbe } = container(gateway, 'haproxy') ?? {};
  expect([livenessProbe?.httpGet?.port, readinessProbe?.httpGet?.port]).toEqual(['metrics', 'metrics']);
  expect(container(gateway, 'haproxy')?.ports).toContainEqual({ name: 'metrics', containerPort: 8404 });
});

test('a pod drains as long as it is told to, after load balancers have heard of its end', () => {
  const gateway = gatewayIn(placeOn(), { drainSeconds: 3600 });
  expect(podOf(gateway)?.terminationGracePeriodSeconds).toBe(15 + 3600 + 5);
  expect(at(objectOf(gateway, 'ConfigMap', 'edge-config'), 'data', 'haproxy.cfg')).toContain('hard-stop-after 3600s');
});

test('data are one volume with the configuration, so that both change in one step', () => {
  const files = podOf(gatewayIn(placeOn()))?.volumes?.find(({ name }) => name === 'files');
  expect(files?.projected?.sources).toEqual([
    { configMap: { name: 'edge-config' } },
    { configMap: { name: 'edge-data' } },
  ]);
});

test('the same program gives the same bytes', () => {
  const print = () => {
    const place = placeOn(eks);
    const gateway = gatewayIn(place, { allow: ['10.0.0.0/8', '192.168.0.0/16'] });
    gateway.route(clusterIn(place), { hosts: ['b.example.org', 'a.example.org'], allow: ['10.1.0.0/16'] });
    gateway.route(clusterIn(place, 'metrics'), { replicas: 'each' });
    return JSON.stringify(objectsOf(gateway));
  };
  expect(print()).toBe(print());
});

test('a synthesis changes nothing: the second one gives the same', () => {
  const place = placeOn();
  const gateway = gatewayIn(place, { clusters: [clusterIn(place)] });
  expect(JSON.stringify(objectsOf(gateway))).toBe(JSON.stringify(objectsOf(gateway)));
});

describe('options', () => {
  test('ports of clients are those of the Service; pods keep theirs, which need no rights', () => {
    const place = placeOn(eks);
    const gateway = gatewayIn(place, { listeners: { https: 443, native: 9000 }, clusters: [clusterIn(place)] });
    expect(at(objectOf(gateway, 'Service', 'edge'), 'spec', 'ports')).toEqual([
      { name: 'https', port: 443, targetPort: 'https' },
      { name: 'native', port: 9000, targetPort: 'native' },
    ]);
    expect(container(gateway, 'haproxy')?.ports?.map(({ containerPort }) => containerPort)).toEqual([8443, 9440, 8404]);
  });

  test('a listener that is off has no port, no route and no opening', () => {
    const place = placeOn(eks);
    const gateway = gatewayIn(place, { listeners: { native: 'off' }, clusters: [clusterIn(place)] });
    expect(at(objectOf(gateway, 'Service', 'edge'), 'spec', 'ports')).toHaveLength(1);
    expect([...routesIn(objectsOf(gateway)).keys()]).toEqual(['https/events.ch.example.com']);
    const ingress = at(objectOf(gateway, 'NetworkPolicy', 'edge'), 'spec', 'ingress');
    expect(ingress).toEqual([
      { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ protocol: 'TCP', port: 8443 }] },
    ]);
    expect(container(gateway, 'haproxy')?.ports?.map(({ name }) => name)).toEqual(['https', 'metrics']);
  });

  test('pods by load have bounds in place of a number, and a Deployment that does not fight them', () => {
    const gateway = gatewayIn(placeOn(eks), { autoscaling: { most: 6 } });
    expect(objectOf(gateway, 'HorizontalPodAutoscaler').spec).toMatchObject({
      minReplicas: 2,
      maxReplicas: 6,
      scaleTargetRef: { kind: 'Deployment', name: 'edge' },
    });
    expect(at(objectOf(gateway, 'Deployment'), 'spec')).not.toHaveProperty('replicas');
  });

  test('pods by load may be drained one at a time, however few there are', () => {
    const gateway = gatewayIn(placeOn(eks), { autoscaling: { least: 1, most: 6 } });
    expect(objectOf(gateway, 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
  });

  test('every container asks for processors: load is measured against the sum', () => {
    const gateway = gatewayIn(placeOn(eks), { autoscaling: { most: 6 }, propagation: 'watch' });
    const asked = podOf(gateway)?.containers.map(({ resources }) => resources?.requests?.cpu);
    expect(asked).toHaveLength(3);
    expect(asked).not.toContain(undefined);
  });

  test('a pool sets nodes apart', () => {
    const pool = { labels: { role: 'edge' }, taint: 'role=edge:NoSchedule' };
    const pod = podOf(gatewayIn(placeOn(eks), { pool }));
    expect(pod?.nodeSelector).toEqual({ role: 'edge' });
    expect(pod?.tolerations).toEqual([{ key: 'role', operator: 'Equal', value: 'edge', effect: 'NoSchedule' }]);
  });

  test('images come from the registry of the environment, with its account', () => {
    const images = { registry: 'registry.example.com', pullSecrets: ['pull'] };
    const gateway = gatewayIn(placeOn(minikube, { images }));
    const pod = podOf(gateway);
    const used = [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])].map(({ image }) => image);
    expect(new Set(used)).toEqual(new Set([expect.stringMatching(/^registry\.example\.com\/(.*\/)?haproxy:\d/)]));
    expect(pod?.imagePullSecrets).toEqual([{ name: 'pull' }]);
  });

  test('another image is used as it is written', () => {
    const gateway = gatewayIn(placeOn(), { image: 'haproxy:3.4.1' });
    expect(container(gateway, 'haproxy')?.image).toBe('haproxy:3.4.1');
    expect(container(gateway, 'apply')?.image).toBe('haproxy:3.4.1');
  });

  test.each([
    ['ipv4', undefined, undefined, 'bind 0.0.0.0:8443'],
    ['ipv6', ['IPv6'], 'SingleStack', 'bind :::8443 v6only'],
    ['dual', undefined, 'PreferDualStack', 'bind :::8443 v4v6'],
  ] as const)('addresses of %s reach the Service and HAProxy', (family, families, policy, bind) => {
    const gateway = gatewayIn(placeOn(), { family, allow: ['10.0.0.0/8', '2001:db8::/32'] });
    const { spec } = objectOf(gateway, 'Service', 'edge');
    expect([at(spec, 'ipFamilies'), at(spec, 'ipFamilyPolicy')]).toEqual([families, policy]);
    expect(at(objectOf(gateway, 'ConfigMap', 'edge-config'), 'data', 'haproxy.cfg')).toContain(bind);
  });

  test('every transform has the last word', () => {
    const mark = <T extends Manifest>(object: T): T => ({
      ...object,
      metadata: {
        ...object.metadata,
        annotations: { ...object.metadata.annotations, 'example.com/mark': object.kind },
      },
    });
    const transform = { deployment: mark, service: mark, policy: mark, disruptionBudget: mark };
    const place = placeOn(eks);
    const gateway = gatewayIn(place, { transform, clusters: [clusterIn(place)] });
    const marked = objectsOf(gateway).filter(({ metadata }) => metadata.annotations?.['example.com/mark']);
    expect(marked.map(nameOf).sort()).toEqual([
      'Deployment/edge',
      'NetworkPolicy/edge',
      'PodDisruptionBudget/edge',
      'Service/edge',
    ]);
    expect(objectOf(gateway, 'Service', 'edge').metadata.annotations).toMatchObject({
      'external-dns.kubernetes.io/hostname': '*.ch.example.com',
    });
  });

  test('GitOps tools apply access first and the pods later', () => {
    const gateway = gatewayIn(placeOn(eks, { gitops: 'argocd' }));
    const wave = (kind: string, name: string) =>
      Number(objectOf(gateway, kind, name).metadata.annotations?.['argocd.argoproj.io/sync-wave']);
    expect(wave('ConfigMap', 'edge-data')).toBeLessThan(wave('Deployment', 'edge'));
    expect(wave('NetworkPolicy', 'edge')).toBeLessThan(wave('Service', 'edge'));
  });

  test('a name of its own is that of every object', () => {
    const place = placeOn();
    const gateway = gatewayIn(place, { name: 'door', clusters: [clusterIn(place)] });
    expect(gateway.name).toBe('door');
    const names = objectsOf(gateway).filter(({ metadata }) => metadata.name.startsWith('edge'));
    expect(names).toEqual([]);
    expect(objectOf(gateway, 'Service', 'door-events')).toBeDefined();
  });
});
