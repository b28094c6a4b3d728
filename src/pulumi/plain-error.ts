/**
 * Marks an error as one that its message explains: Pulumi's command prints that alone, without the stack of this library.
 * The message stays as it is, too: where an Output fails, Pulumi writes in front what it was serializing.
 * @see pulumi/pulumi, sdk/nodejs/errors.ts (RunError) and runtime/rpc.ts (serializeProperty)
 */
export function plain<E extends Error>(error: E): E {
  const { message } = error;
  return Object.defineProperties(error, {
    __pulumiRunError: { value: true },
    message: { get: () => message, set: () => {} },
  });
}
