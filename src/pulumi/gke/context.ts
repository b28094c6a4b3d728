import type * as pulumi from '@pulumi/pulumi';
import type { ResolvedGkeCluster } from './resolve';

/** What every part of a cluster is made with. */
export interface GkeContext extends Omit<ResolvedGkeCluster, 'platform'> {
  /** Component that all parts are children of. */
  readonly component: pulumi.Resource;
}

/** Options of a part, which has to wait for others beside those whose outputs it takes. */
export function child(
  { component }: Pick<GkeContext, 'component'>,
  ...dependsOn: readonly pulumi.Resource[]
): pulumi.CustomResourceOptions {
  return dependsOn.length === 0 ? { parent: component } : { parent: component, dependsOn: [...dependsOn] };
}
