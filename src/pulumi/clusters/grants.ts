import { Problems } from '../../kubernetes/prop-error';
import { namespaceName, objectName, oneOf, required, shape } from '../../kubernetes/shape';

/** Who may use a bucket, and how. */
export interface Grant<Right extends string> {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Their ServiceAccount: `clickhouse-<cluster>` is that of servers of `ClickHouseCluster`. */
  readonly serviceAccount: string;
  /** What they may do. */
  readonly rights: Right;
}

/**
 * Checks a grant.
 * @throws PropError naming every fault at once
 */
export function checkGrant<Right extends string>(name: string, to: Grant<Right>, rights: readonly Right[]): void {
  const problems = new Problems('Grant', name);
  const check = shape<Grant<Right>>({
    namespace: required(namespaceName, {
      must: 'name the namespace of the pods',
      fix: "write namespace: 'analytics'.",
    }),
    serviceAccount: required(objectName, {
      must: 'name the ServiceAccount of the pods',
      fix: "write serviceAccount: 'backup'.",
    }),
    rights: required(oneOf(rights), { must: 'say what they may do', fix: "write rights: 'write'." }),
  });
  problems.check(check, to);
  problems.throwIfAny();
}
