import type { Manifest, Platform } from 'anyhouse';
import { at, list, record } from '../../../src/kubernetes/manifest';
import { environment, objectOf, replicatedCluster } from '../../support/environments';
import { exposedPlatforms, exposureOn } from '../../support/exposures';
import { awsModels } from './judges';

/** Services of an installation, as the operator makes them of its templates. */
function servicesOf(installation: Manifest): readonly Manifest[] {
  return list(at(installation, 'spec', 'templates', 'serviceTemplates')).map((entry) => {
    const { name, metadata, spec } = record(entry);
    return {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...record(metadata), name: String(name), namespace: 'analytics' },
      spec,
    };
  });
}

const cases = (['internal', 'public'] as const).flatMap((scope) =>
  (['shared', 'each'] as const).map((replicas) => [scope, replicas] as const),
);

test.each(cases)(
  'Services of a cluster with %s clients, %s replicas, become what was asked for',
  async (scope, replicas) => {
    const platform = exposedPlatforms.eks as Platform;
    const cluster = replicatedCluster({ exposure: exposureOn(platform, scope, replicas) }, environment({ platform }));
    const services = servicesOf(objectOf(cluster, 'ClickHouseInstallation'));
    const models = await awsModels(services, 'service.k8s.aws/nlb');
    expect([...models.keys()]).toEqual(replicas === 'each' ? ['entry', 'replica'] : ['entry']);
    for (const [name, { handled, error, neverRead, droppedPorts, loadBalancer, listeners }] of models) {
      expect({ handled, error, neverRead, droppedPorts }).toEqual({ handled: true });
      expect(loadBalancer.scheme).toBe(scope === 'internal' ? 'internal' : 'internet-facing');
      expect(listeners.map(({ port }) => port)).toEqual(name === 'entry' ? [8123, 9000] : [8123, 9000, 9009]);
    }
  },
);
