import { ApiObject, ClickHouseCluster, type Environment, type Manifest, type Transform } from 'anyhouse';

const annotate: Transform = (manifest) => ({
  ...manifest,
  metadata: { ...manifest.metadata, annotations: { ...manifest.metadata.annotations, 'example.com/owner': 'data' } },
});

export function build(environment: Environment, extra: Manifest) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '10Gi' },
    transform: { installation: annotate, policy: (manifest) => annotate(manifest) },
  });
  new ApiObject(environment, 'extra', extra);
  new ApiObject(environment, 'late', () => extra, { chartLabels: 'leave-out' });
}
