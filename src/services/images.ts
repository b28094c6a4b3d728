import { late } from '../kubernetes/late';
import { all, type Check, leaf, listOf, objectName, shape } from '../kubernetes/shape';

/** Where images come from. */
export interface ImageOptions {
  /** Registry that mirrors the public images: `registry.example.com/mirror`. @default - the public registries */
  readonly registry?: string;
  /** Names of pull Secrets in the namespace of the pods. @default - none */
  readonly pullSecrets?: readonly string[];
}

/** The API server refuses a pod that lists one twice. */
const distinct: Check = leaf((value) => !Array.isArray(value) || new Set(value).size === value.length, {
  rule: 'images/pull-secrets',
  must: 'list every Secret once',
  fix: 'remove the one that stands twice.',
});

/** Checks of {@link ImageOptions}. */
export const imageOptions: Check = shape<ImageOptions>({
  registry: late(
    leaf(
      (value) =>
        typeof value === 'string' &&
        /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?(\/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$/.test(value),
      {
        rule: 'images/registry',
        must: 'be a registry host with an optional path, without scheme or trailing slash',
        fix: "write registry: 'registry.example.com/mirror'.",
      },
    ),
  ),
  pullSecrets: all(listOf(late(objectName)), distinct),
});
