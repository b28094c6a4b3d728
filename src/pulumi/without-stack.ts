/**
 * Marks an error as one that its message explains: Pulumi's command prints that alone, without the stack of this library.
 * Where an Output fails, it prints the stack all the same, and writes in front of the message what it was serializing; so
 * both say the message.
 * @see pulumi/pulumi, sdk/nodejs/errors.ts (RunError), cmd/run/index.ts, and runtime/rpc.ts (serializeProperty)
 */
export function withoutStack<E extends Error>(error: E): E {
  const { message } = error;
  return Object.defineProperties(error, {
    __pulumiRunError: { value: true },
    message: { get: () => message, set: () => {} },
    stack: { value: message },
  });
}
