import * as pulumi from '@pulumi/pulumi';

/** A resource as a program registered it. */
export interface Registered {
  /** Type token: `aws:eks/cluster:Cluster`. */
  readonly type: string;
  readonly name: string;
  /** Inputs as the engine would get them; unknown values are `{ __pulumiUnknown: true }`. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Whether a provider makes it; components are not. */
  readonly custom: boolean;
  /** When it was registered, and when its registration was answered: counts, for order. */
  readonly started: number;
  readonly ended: number;
}

/** How the engine behaves. */
export interface MockOptions {
  /** Outputs that a resource has beside its inputs. In a preview these are unknown, as with the real engine. */
  readonly outputs?: (resource: pulumi.runtime.MockResourceArgs) => Readonly<Record<string, unknown>>;
  /** Answers of functions such as `aws:index/getCallerIdentity:getCallerIdentity`. @default - an empty object */
  readonly call?: (call: pulumi.runtime.MockCallArgs) => Readonly<Record<string, unknown>>;
  /** Milliseconds that a registration takes. @default 0 */
  readonly delay?: (resource: pulumi.runtime.MockResourceArgs) => number;
  readonly preview?: 'preview';
}

/** What a program did. */
export interface Run<T> {
  readonly result: T;
  /** In the order in which registrations were answered. */
  readonly resources: readonly Registered[];
}

/** Runs a program against a mocked engine, and waits until everything is registered. */
export async function underMocks<T>(program: () => T | Promise<T>, options: MockOptions = {}): Promise<Run<T>> {
  const resources: Registered[] = [];
  let clock = 0;
  await pulumi.runtime.setMocks(
    {
      async newResource(args) {
        const started = clock++;
        const wait = options.delay?.(args) ?? 0;
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        const { type, name, inputs } = args;
        resources.push({ type, name, inputs, custom: args.custom ?? false, started, ended: clock++ });
        const outputs = options.preview ? {} : (options.outputs?.(args) ?? {});
        return {
          id: args.custom === false || options.preview ? undefined : `${name}-id`,
          state: { ...inputs, ...outputs },
        };
      },
      call: (args) => ({ ...(options.call?.(args) ?? {}) }),
    },
    'project',
    'stack',
    options.preview !== undefined,
  );
  try {
    const result = await program();
    await settled();
    return { result, resources };
  } finally {
    // Also of a program that was refused: what it leaves must not reach the next engine.
    await settled();
  }
}

/** Waits until the runtime has nothing left to register; what is under way may bring forth more. */
async function settled(): Promise<void> {
  const { waitForRPCs } = pulumi.runtime as unknown as { waitForRPCs(): Promise<void> };
  await waitForRPCs();
}

/** The value of an Output: `known` is false where a preview could not tell. */
export async function valueIn<T>(
  output: pulumi.Output<T>,
): Promise<{ readonly value: T; readonly known: boolean; readonly secret: boolean }> {
  const inner = output as unknown as {
    promise(withUnknowns?: boolean): Promise<T>;
    readonly isKnown: Promise<boolean>;
    readonly isSecret: Promise<boolean>;
  };
  const [value, known, secret] = await Promise.all([inner.promise(true), inner.isKnown, inner.isSecret]);
  return { value, known, secret };
}

/** Every resource as a line, parents being told by the name: for snapshots of a tree. */
export function treeOf(resources: readonly Registered[]): readonly string[] {
  return resources.map(({ type, name }) => `${type} ${name}`).sort();
}
