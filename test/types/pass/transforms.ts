import { ApiObject, type altinity, ClickHouseCluster, type Environment, type Manifest, type Transform } from 'anyhouse';

/** A change for objects of any kind. */
function annotate<Object extends Manifest>(manifest: Object): Object {
  const annotations = { ...manifest.metadata.annotations, 'example.com/owner': 'data' };
  return { ...manifest, metadata: { ...manifest.metadata, annotations } };
}

/** A change that knows what it changes. */
const quick: Transform<altinity.ClickHouseInstallationSpec> = (manifest) => ({
  ...manifest,
  spec: { ...manifest.spec, reconcile: { ...manifest.spec.reconcile, statefulSet: { update: { timeout: 60 } } } },
});

export function build(environment: Environment, extra: Manifest) {
  new ClickHouseCluster(environment, 'events', {
    storage: { size: '10Gi' },
    transform: { installation: (manifest) => annotate(quick(manifest)), policy: annotate },
  });
  new ApiObject(environment, 'extra', extra);
  new ApiObject(environment, 'late', () => extra, { chartLabels: 'leave-out' });
}
