import type * as pulumi from '@pulumi/pulumi';

/**
 * Options of a Secret with random data. Every run makes up new values, and the engine puts the first ones in their
 * place, except where it replaces the Secret: then it takes what the program gave. So a Secret that is replaced has new
 * passwords, and any other one keeps what it has. It goes first, since both have the same name.
 *
 * Values stand in `data` and not in `stringData`, which the API server never gives back: after a refresh there would be
 * nothing to keep.
 * @see pulumi/pulumi, pkg/resource/deploy/step_generator.go (processIgnoreChanges, continueStepsFromDiff)
 */
export const keptOptions: pulumi.CustomResourceOptions = {
  ignoreChanges: ['data'],
  replaceOnChanges: ['metadata.annotations'],
  deleteBeforeReplace: true,
};

const kept = new WeakSet<object>();

/** Marks an object of a program as a Secret with random data. */
export function keep(object: object): void {
  kept.add(object);
}

/** {@link keptOptions} for an object that was marked; nothing for others. */
export function keptOptionsOf(object: object): pulumi.CustomResourceOptions {
  return kept.has(object) ? keptOptions : {};
}

/** Text as it stands in the data of a Secret. */
export function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
