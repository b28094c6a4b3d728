import { Problems } from '../../kubernetes/prop-error';
import { namespaceName, objectName, oneOf, required, shape } from '../../kubernetes/shape';

interface Grant {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly rights: string;
}

/**
 * Checks who may use a bucket, and how.
 * @param rights those that there are
 * @throws PropError naming every fault of the grant at once
 */
export function checkGrant(name: string, to: Grant, rights: readonly string[]): void {
  const problems = new Problems('Grant', name);
  const grantShape = shape<Grant>({
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
  problems.check(grantShape, to);
  problems.throwIfAny();
}
