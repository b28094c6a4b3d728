import { Keeper, type Manifest, type Platform } from 'anyhouse';
import { synthesizeManifests } from 'anyhouse/synth';
import { App } from 'cdk8s';
import { at, record } from '../../../src/kubernetes/manifest';
import { clusterIn, gatewayIn, placeOn } from '../../edge/support';
import { exposedPlatforms } from '../../support/exposures';
import { apiServer, makeNamespace, makeNamespacesOf, refusals } from './servers';

const server = apiServer('0.27.2');
const platforms = ['minikube', 'eks', 'gke', 'openstack', 'metallb'] as const;

/** Two clusters behind a gateway with every kind of object. */
function program(name: (typeof platforms)[number]): readonly Manifest[] {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true); // what nobody said about the platform
  try {
    const app = new App();
    const place = placeOn(exposedPlatforms[name] as Platform, { app, id: `edge-${name}`, tls: undefined });
    const gateway = gatewayIn(place, {
      autoscaling: { most: 6 },
      ...(name === 'openstack' && { trustedLoadBalancers: ['10.0.1.0/24'] }),
    });
    const replication = { replicas: 2, keeper: new Keeper(place, 'keeper') } as const;
    gateway.route(clusterIn(place, 'events', { replication }), { replicas: 'each', hosts: ['data.example.org'] });
    gateway.route(clusterIn(place, 'metrics'), { allow: ['10.1.0.0/16'] });
    return synthesizeManifests(app);
  } finally {
    stderr.mockRestore();
  }
}

describe.each(platforms)('a gateway on %s', (name) => {
  const manifests = program(name);
  const namespace = `edge-${name}`;
  beforeAll(() => makeNamespacesOf(server, manifests));

  test('is accepted with strict validation, as all that stands around it', async () => {
    expect(manifests.filter(({ kind }) => kind === 'Deployment')).toHaveLength(1);
    expect(manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')).toHaveLength(1);
    expect(await refusals(server, manifests)).toEqual([]);
  });

  test('has pods that a restricted namespace takes for real', async () => {
    const restricted = `${namespace}-restricted`;
    await makeNamespace(server, restricted, { 'pod-security.kubernetes.io/enforce': 'restricted' });
    const template = record(
      at(
        manifests.find(({ kind }) => kind === 'Deployment'),
        'spec',
        'template',
      ),
    );
    const created = await server.apply({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { ...record(template.metadata), name: 'edge', namespace: restricted },
      spec: template.spec,
    });
    expect(at(created, 'spec', 'automountServiceAccountToken')).toBe(false);
    // The API server adds a volume with a token where a pod may ask it anything.
    expect(JSON.stringify(at(created, 'spec', 'volumes'))).not.toContain('serviceAccountToken');
  });

  test('brings no rights along: its account may read and write nothing', async () => {
    const [roles, bindings] = ['Role', 'RoleBinding'].map((kind) => manifests.filter((each) => each.kind === kind));
    for (const object of [...(roles ?? []), ...(bindings ?? [])]) await server.apply(object);
    const actions = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'].flatMap((verb) =>
      ['secrets', 'configmaps', 'pods', 'services', 'endpoints'].map((resource) => ({ verb, resource })),
    );
    const allowed = await Promise.all(
      actions.map((action) => may(`system:serviceaccount:${namespace}:default`, action)),
    );
    expect(actions.filter((_, index) => allowed[index])).toEqual([]);
  });

  async function may(user: string, action: object): Promise<boolean> {
    const review = await server.create<{ readonly status: { readonly allowed: boolean } }>({
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: { user, resourceAttributes: { namespace, ...action } },
    });
    return review.status.allowed;
  }
});
