import { plural } from '../text';
import { describeNotMapped } from './draft';
import type { Converted } from './from-helm';

/** What became of the values, for a person. */
export function describeConverted({ mapped, idle, notMapped }: Converted, out?: string): string {
  const parts = [
    `${plural(mapped, 'value')} mapped`,
    ...(idle > 0 ? [`${idle} without effect`] : []),
    `${notMapped.length} not mapped`,
  ];
  const counted = `${out === undefined ? '' : `${out}: `}${parts.join(', ')}${notMapped.length > 0 ? ':' : '.'}`;
  return [counted, ...notMapped.map((each) => `  ${describeNotMapped(each)}`)].map((line) => `${line}\n`).join('');
}
