import { createHash } from 'node:crypto';
import { knownText } from '../../kubernetes/token';

/**
 * A hash, never a number that is counted up: an id that stays in a file from before an update then still means the same,
 * so a mix of old and new files can refuse too much and can never let in too much.
 */
export function contentId(text: string): string {
  return createHash('sha256').update(knownText(text, 'An id of the edge')).digest('hex').slice(0, 16);
}
