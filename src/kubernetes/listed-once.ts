import type { Problems } from './prop-error';

/** Reports texts that stand twice in a list, except where something else is wrong with them. */
export function checkListedOnce(rule: string, prop: string, list: readonly unknown[], problems: Problems): void {
  for (const [index, entry] of list.entries()) {
    const place = `${prop}[${index}]`;
    if (typeof entry !== 'string' || list.indexOf(entry) === index || problems.has(place)) continue;
    problems.add({ rule, prop: place, must: 'be listed once', got: entry, fix: 'remove it.' });
  }
}
