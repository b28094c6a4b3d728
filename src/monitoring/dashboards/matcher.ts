import type { Shown } from './definition';

/** PromQL that picks the metrics of some things: `job="analytics/events"`. */
export function matcherOf(shown: readonly Shown[]): string {
  const [first, ...more] = shown.map(({ job }) => job);
  if (first !== undefined && more.length === 0) return `job="${first}"`;
  return `job=~"${[first, ...more].map((job = '') => job.replaceAll('.', String.raw`\\.`)).join('|')}"`;
}
