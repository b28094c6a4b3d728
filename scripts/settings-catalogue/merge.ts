import type { Fact } from './read-server';

/** What all servers together say about one setting. */
export interface Entry {
  readonly name: string;
  readonly type: string;
  readonly default: string;
  /** Everything else, as words: see {@link marksOf}. */
  readonly marks: readonly string[];
  readonly words?: readonly string[];
  readonly several?: boolean;
  /** Whether it does something in at least one of the servers. */
  readonly works: boolean;
}

/** One reading: a release and all settings of one kind. */
export type Reading = readonly [release: string, facts: readonly Fact[]];

/** Settings of one kind in all servers, by name. The newest server that has a setting tells its type and default. */
export function merge(readings: readonly Reading[]): readonly Entry[] {
  const byName = new Map<string, (readonly [release: string, fact: Fact])[]>();
  for (const [release, facts] of readings) {
    for (const fact of facts) byName.set(fact.name, [...(byName.get(fact.name) ?? []), [release, fact]]);
  }
  const releases = readings.map(([release]) => release);
  return [...byName.values()]
    .map((sightings) => entryOf(sightings, releases))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function entryOf(sightings: readonly (readonly [string, Fact])[], releases: readonly string[]): Entry {
  const facts = sightings.map(([, fact]) => fact);
  const { name, type, default: value, several } = facts.at(-1) as Fact;
  const words = [...new Set(facts.flatMap((fact) => fact.words ?? []))].sort();
  return {
    name,
    type,
    default: value,
    marks: marksOf(sightings, releases),
    ...(facts.at(-1)?.words && { words }),
    ...(several && { several }),
    works: facts.some(({ obsolete }) => !obsolete),
  };
}

function marksOf(sightings: readonly (readonly [string, Fact])[], releases: readonly string[]): string[] {
  const [first = '', last = ''] = [sightings[0]?.[0], sightings.at(-1)?.[0]];
  const newest = sightings.at(-1)?.[1] as Fact;
  const obsolete = sightings.find(([, fact]) => fact.obsolete && newest.obsolete)?.[0];
  return [
    first !== releases[0] && `since:${first}`,
    last !== releases.at(-1) && `until:${last}`,
    obsolete && `obsolete:${obsolete}`,
    newest.alias && `alias:${newest.alias}`,
    newest.tier && !['Production', 'Obsolete'].includes(newest.tier) && `tier:${newest.tier.toLowerCase()}`,
    newest.live && newest.live !== 'No' && `live:${newest.live}`,
  ].filter((mark) => typeof mark === 'string' && mark !== '') as string[];
}
