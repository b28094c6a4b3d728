import { readablePointer } from '../../checks/describe';
import { pointer } from '../../kubernetes/manifest';
import { show } from '../../kubernetes/prop-error';

/** The first place where an object of the cluster differs from what is wanted; fields that nobody wants do not count. */
export function firstDifference(wanted: unknown, live: unknown, path: readonly string[] = []): string | undefined {
  if (typeof wanted !== 'object' || wanted === null) {
    return Object.is(wanted, live) || wanted === undefined ? undefined : describe(wanted, live, path);
  }
  if (typeof live !== 'object' || live === null || Array.isArray(wanted) !== Array.isArray(live)) {
    return describe(wanted, live, path);
  }
  if (Array.isArray(wanted) && wanted.length !== (live as unknown[]).length) return describe(wanted, live, path);
  for (const [key, value] of Object.entries(wanted)) {
    const found = firstDifference(value, (live as Record<string, unknown>)[key], [...path, key]);
    if (found) return found;
  }
  return undefined;
}

/**
 * A field that is wanted and that the cluster does not have: it drops, without a word, fields that a resource definition
 * does not know.
 */
export function firstMissing(wanted: unknown, live: unknown, path: readonly string[] = []): string | undefined {
  if (typeof wanted !== 'object' || wanted === null || typeof live !== 'object' || live === null) return undefined;
  for (const [key, value] of Object.entries(wanted)) {
    const there = (live as Record<string, unknown>)[key];
    const place = [...path, key];
    if (there === undefined && value !== undefined) return readablePointer(pointer(...place));
    const found = firstMissing(value, there, place);
    if (found) return found;
  }
  return undefined;
}

function describe(wanted: unknown, live: unknown, path: readonly string[]): string {
  return `${readablePointer(pointer(...path))} is ${show(live)} there and ${show(wanted)} here`;
}
