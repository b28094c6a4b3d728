import type { Engine } from '../../test/system/sql/engine';

/** What one server says about one setting. */
export interface Fact {
  readonly name: string;
  /** Type as the server calls it. */
  readonly type: string;
  readonly default: string;
  /** Name of the setting that this one is another name of. */
  readonly alias?: string;
  readonly obsolete: boolean;
  readonly tier?: string;
  /** Whether a running server takes a new value; server settings only. */
  readonly live?: string;
  /** Words that it takes, where it takes certain words only. */
  readonly words?: readonly string[];
  /** Whether it takes several of the words, with commas. */
  readonly several?: boolean;
}

/** Kinds of settings: of queries, of the server, of MergeTree tables. */
export const kinds = ['settings', 'server_settings', 'merge_tree_settings'] as const;
export type Kind = (typeof kinds)[number];

/** All settings of a server. */
export async function readServer(engine: Engine): Promise<Readonly<Record<Kind, readonly Fact[]>>> {
  const found: Partial<Record<Kind, readonly Fact[]>> = {};
  for (const kind of kinds) {
    const facts: Fact[] = [];
    for (const row of await engine.rows<Row>(`SELECT * EXCEPT (description) FROM system.${kind} ORDER BY name`)) {
      facts.push({ ...factOf(row), ...(primitives.has(row.type) ? {} : await wordsOf(engine, kind, row.name)) });
    }
    found[kind] = facts;
  }
  return found as Record<Kind, readonly Fact[]>;
}

type Row = Readonly<Record<'name' | 'type' | 'default', string>> & {
  readonly alias_for?: string;
  readonly is_obsolete?: number;
  readonly tier?: string;
  readonly changeable_without_restart?: string;
};

/** Types of numbers and free text. All others are asked for the words that they take. */
const primitives = new Set(
  ['Bool', 'BoolAuto', 'UInt64', 'UInt32', 'Int32', 'Int64', 'NonZeroUInt64', 'UInt64Auto', 'MaxThreads'].concat([
    'Float',
    'Double',
    'FloatAuto',
    'Seconds',
    'Milliseconds',
    'String',
    'Char',
    'Map',
    'Timezone',
    'URI',
  ]),
);

function factOf(row: Row): Fact {
  return {
    name: row.name,
    type: row.type,
    // The number of processors of the machine that reads it is no fact about the setting.
    default: row.default.replace(/^auto\(\d+\)$/, 'auto'),
    ...(row.alias_for && { alias: row.alias_for }),
    obsolete: row.is_obsolete === 1,
    ...(row.tier && { tier: row.tier }),
    ...(row.changeable_without_restart && { live: row.changeable_without_restart }),
  };
}

/** A server that is given a wrong word lists the right ones. */
async function wordsOf(engine: Engine, kind: Kind, name: string): Promise<Pick<Fact, 'words' | 'several'>> {
  if (kind === 'server_settings') return {};
  const { error = '' } = await trial(engine, kind, name, 'no-such-word');
  const [, listed] = /Must be one of \[(.*?)\]\./s.exec(error) ?? [];
  const words = [...(listed ?? '').matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, word = '']) => word);
  if (words.length === 0) return {};
  // Some were switches once and still take their values.
  for (const old of ['0', '1', 'false', 'true']) {
    if (!words.includes(old) && takes(await trial(engine, kind, name, old))) words.push(old);
  }
  const several = words.length > 1 && takes(await trial(engine, kind, name, words.slice(0, 2).join(',')));
  return { words: words.sort(), ...(several && { several }) };
}

async function trial(engine: Engine, kind: Kind, name: string, value: string) {
  if (kind === 'settings') return engine.ask(`SELECT 1 SETTINGS ${name} = '${value}'`);
  await engine.ask('CREATE DATABASE IF NOT EXISTS trial');
  const answer = await engine.ask(
    `CREATE TABLE trial.t (a Int) ENGINE = MergeTree ORDER BY a SETTINGS ${name} = '${value}'`,
  );
  await engine.ask('DROP TABLE IF EXISTS trial.t SYNC');
  return answer;
}

/** Whether the server knew the word, even where it refuses to work with it. */
function takes({ error }: { readonly error?: string }): boolean {
  return error === undefined || !/Must be one of|Cannot parse|BAD_ARGUMENTS|UNKNOWN_JOIN/.test(error);
}
