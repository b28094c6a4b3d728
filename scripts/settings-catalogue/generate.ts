import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownedSettings } from '../../src/settings/known-sections';
import { Engine } from '../../test/system/sql/engine';
import { merge, type Reading } from './merge';
import { type Fact, type Kind, kinds, readServer } from './read-server';
import { renderReleases, renderTable, renderType } from './render';
import { type Server, servers } from './servers';

/*
 * Writes src/settings/generated from the system tables of several releases of ClickHouse:
 * `npm install --prefix test/system/sql && npx tsx scripts/settings-catalogue/generate.ts`.
 * Needs Python 3.9 or later with pip for the engines that npm lacks, and a gigabyte in .work. To add a release, add it to
 * servers.ts: readings of the others are kept in .work.
 */

const root = join(__dirname, '../..');
const work = join(root, '.work/settings-catalogue');
const target = join(root, 'src/settings/generated');

async function main(): Promise<void> {
  mkdirSync(work, { recursive: true });
  mkdirSync(target, { recursive: true });
  const readings: (readonly [string, Readonly<Record<Kind, readonly Fact[]>>])[] = [];
  for (const server of servers) readings.push([server.release, await readingOf(server)]);
  const of = (kind: Kind) => merge(readings.map(([release, facts]) => [release, facts[kind]] satisfies Reading));
  const [query, server, mergeTree] = kinds.map(of);
  const settable = server?.filter(({ name }) => !Object.hasOwn(ownedSettings, name));
  write('releases', renderReleases(servers.map(({ release }) => release)));
  write('query', renderTable(query ?? []));
  write('server', renderTable(server ?? []));
  write('merge-tree', renderTable(mergeTree ?? []));
  write('query-settings', renderType('QuerySettings', 'Settings of queries, sessions and users.', query ?? []));
  write('server-settings', renderType('CataloguedServerSettings', 'Settings of the server itself.', settable ?? []));
  write('merge-tree-settings', renderType('MergeTreeSettings', 'Settings of MergeTree tables.', mergeTree ?? []));
}

/** What a server said, now or when it was asked last. */
async function readingOf(server: Server): Promise<Readonly<Record<Kind, readonly Fact[]>>> {
  const kept = join(work, `${server.release}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const engine = server.python ? pythonEngine(server.python) : Engine.ofNpm();
  const [{ version = '' } = {}] = await engine.rows<{ version: string }>('SELECT version() AS version');
  if (!version.startsWith(`${server.release}.`)) throw new Error(`${server.python ?? 'chdb'} is ${version}`);
  const reading = await readServer(engine);
  engine.end();
  writeFileSync(kept, JSON.stringify(reading));
  return reading;
}

function pythonEngine(requirement: string): Engine {
  const directory = join(work, requirement.replace('==', '-'));
  if (!existsSync(directory)) {
    const install = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', directory, requirement];
    execFileSync('python3', install, { stdio: 'inherit' });
  }
  return new Engine('python3', [join(__dirname, 'engine.py')], { PYTHONPATH: directory });
}

function write(name: string, text: string): void {
  writeFileSync(join(target, `${name}.ts`), text);
}

main();
