import type * as pulumi from '@pulumi/pulumi';
import { Problems } from '../../kubernetes/prop-error';
import { namespaceName, objectName, oneOf, required, shape } from '../../kubernetes/shape';

/** Who may use a bucket, and how. */
export interface GkeGrant {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Their ServiceAccount. */
  readonly serviceAccount: string;
  /** `read` lists and reads objects; `write` makes, overwrites and deletes them, too. */
  readonly rights: 'read' | 'write';
}

/** The bucket for backups of a `GkeCluster`. */
export interface GkeBackups {
  /** Name of the bucket. */
  readonly bucket: pulumi.Output<string>;
  /**
   * Lets the pods of a ServiceAccount use the bucket, through Workload Identity: no keys, no annotation. The identity is
   * one of the project: the same namespace and ServiceAccount of another cluster in it have the same rights. What runs
   * these pods should depend on the resource that is returned.
   * @param name of the resource: `analytics-backups`
   * @throws PropError when the name of a namespace or ServiceAccount is no name
   */
  grant(name: string, to: GkeGrant): pulumi.CustomResource;
}

const grantShape = shape<GkeGrant>({
  namespace: required(namespaceName, { must: 'name the namespace of the pods', fix: "write namespace: 'analytics'." }),
  serviceAccount: required(objectName, {
    must: 'name the ServiceAccount of the pods',
    fix: "write serviceAccount: 'backup'.",
  }),
  rights: required(oneOf(['read', 'write']), { must: 'say what they may do', fix: "write rights: 'write'." }),
});

/** @throws PropError naming every fault of the grant at once */
export function checkGrant(name: string, to: GkeGrant): void {
  const problems = new Problems('Grant', name);
  problems.check(grantShape, to);
  problems.throwIfAny();
}
