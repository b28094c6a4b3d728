import { PropError } from '../kubernetes/prop-error';

interface WithTaskId {
  readonly taskID?: string;
}

/**
 * Adds a part to the `taskID` of a specification. Everything that writes one goes through here: parts are joined, so that
 * whoever comes later, such as a tool that waits for the id in the status, keeps what was there.
 */
export function withTaskId<Spec extends WithTaskId>(spec: Spec, part: string | undefined): Spec {
  if (part === undefined) return spec;
  return { ...spec, taskID: spec.taskID === undefined ? part : `${spec.taskID}-${part}` };
}

/**
 * The manifest, whose `taskID` nobody else has written.
 * @throws PropError when a transform has
 */
export function withOwnTaskId<M extends { readonly spec?: WithTaskId }>(
  construct: { readonly thing: string; readonly path: string },
  taskId: string | undefined,
  manifest: M,
): M {
  const { taskID } = manifest.spec ?? {};
  if (taskID === taskId) return manifest;
  throw new PropError(construct.thing, construct.path, [
    {
      rule: 'lifecycle/task-id',
      prop: 'transform.installation',
      must: `leave spec.taskID as it is (${taskId === undefined ? 'none' : JSON.stringify(taskId)}): taskId writes it`,
      got: JSON.stringify(taskID) ?? 'nothing',
      fix: 'give the prop taskId.',
    },
  ]);
}
