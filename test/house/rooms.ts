import { posix } from 'node:path';
import { referencesOf } from './sources';

/** Rooms of the house, from the ground up. A room may take from those above it in this list, never from below. */
export const rooms = [
  'kubernetes',
  'checks',
  'altinity',
  'settings',
  'platform',
  'monitoring',
  'services',
  'environment',
  'jobs',
  'keeper',
  'clickhouse',
  'edge',
  'backup',
  'schedule',
  'access',
  'gitops',
  'all-rules',
  'tools',
  'synth',
  'cli',
  'pulumi',
  'testing',
  'index',
] as const;

/**
 * References that go downwards on purpose.
 * `checks/synth` runs the rules of all rooms; it asks for them at the first synthesis only.
 */
const exempt: readonly (readonly [file: string, target: string])[] = [['src/checks/synth.ts', 'src/all-rules']];

/** Outside of the house, and published with it: the command prints its version from there. */
const outside = 'package.json';

/** References of a file below `src` that break the order, each as a sentence. */
export function brokenReferences(file: string, text?: string): readonly string[] {
  const own = roomOf(file);
  if (own === undefined) {
    return [`${file} stands in no known room. Move it, or add its room to test/house/rooms.ts at the right height.`];
  }
  return referencesOf(file, text)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .flatMap(({ specifier, line }) => {
      const target = posix.join(posix.dirname(file), specifier);
      if (target === outside) return [];
      const other = roomOf(target);
      const place = `${file}:${line} takes '${specifier}'`;
      if (other === undefined) return [`${place}, which stands in no room of src.`];
      if (height(other) <= height(own) || exempt.some(([from, to]) => from === file && to === target)) return [];
      return [
        `${place}, but '${own}' may not take from '${other}', which stands below it. ` +
          `Move the shared part to '${own}' or above, or pass it in.`,
      ];
    });
}

function roomOf(path: string): string | undefined {
  const [top, room = ''] = path.split('/');
  const name = room.replace(/\.ts$/, '');
  return top === 'src' && (rooms as readonly string[]).includes(name) ? name : undefined;
}

function height(room: string): number {
  return (rooms as readonly string[]).indexOf(room);
}
