import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examples } from '../../../examples';
import { Engine } from './engine';
import { operatorXml } from './operator-xml';

type Section = Readonly<Record<string, unknown>>;

/** Sections of every installation of every example. */
const installations = examples.flatMap(({ name, synth }) =>
  synth('eks').flatMap((object) => {
    if (object.kind !== 'ClickHouseInstallation') return [];
    const spec = object.spec as { configuration: Readonly<Record<'users' | 'profiles' | 'quotas', Section>> };
    return [[`${name} ${object.metadata.namespace}/${object.metadata.name}`, spec.configuration] as const];
  }),
);

/** A server that was started with the users of an installation, beside an account for the test. */
async function serverWith({ users, profiles, quotas }: (typeof installations)[number][1]): Promise<Engine> {
  const directory = mkdtempSync(join(tmpdir(), 'anyhouse-sql-'));
  const own = { 'default/password': '', 'default/networks/ip': '::/0', 'default/access_management': 1 };
  // The engine has no prefixes for settings of one's own, so those are left out.
  const known = Object.entries(profiles ?? {}).filter(([path]) => !path.includes('/SQL_'));
  const usual = { 'default/max_threads': 1, ...Object.fromEntries(known) };
  const xml = operatorXml({ users: { ...own, ...users }, profiles: usual, quotas: { ...quotas } });
  writeFileSync(join(directory, 'users.xml'), xml);
  const config = operatorXml({ '': { users_config: join(directory, 'users.xml') } });
  writeFileSync(join(directory, 'config.xml'), config);
  return Engine.ofNpm(join(directory, 'config.xml'));
}

test.each(installations)('a server reads the users, profiles, quotas and grants of %s', async (_, configuration) => {
  const engine = await serverWith(configuration);
  const rows = async (sql: string) => ((await engine.ask(sql)).rows ?? '').split('\n').filter((row) => row !== '');
  const users = namesIn(configuration.users);
  expect(await rows('SHOW USERS')).toEqual(expect.arrayContaining(users));
  expect(await rows('SHOW PROFILES')).toEqual(expect.arrayContaining(namesIn(configuration.profiles)));
  expect(await rows('SHOW QUOTAS')).toEqual(expect.arrayContaining(namesIn(configuration.quotas)));
  for (const user of users.filter((name) => name !== 'admin')) {
    const granted = configuration.users[`${user}/grants/query`] as readonly string[];
    const held = await rows(`SHOW GRANTS FOR ${user}`);
    const expected = granted.filter((grant) => grant !== 'GRANT USAGE ON *.*').map((grant) => `${grant} TO ${user}`);
    // What a wider right of the same user includes is not listed.
    expect([...held].sort()).toEqual(expected.filter((grant) => !held.some((one) => includes(one, grant))).sort());
  }
  engine.end();
});

test('constraints of a profile arrive as they were meant', async () => {
  const [, configuration] = installations.find(([name]) => name.startsWith('settings')) ?? [];
  if (!configuration) throw new Error('there is no example about settings');
  const engine = await serverWith(configuration);
  const { rows } = await engine.ask(
    "SELECT setting_name, min, max, writability FROM system.settings_profile_elements WHERE profile_name = 'dashboards' AND (max IS NOT NULL OR writability IS NOT NULL) ORDER BY 1",
  );
  engine.end();
  expect(rows?.trim().split('\n')).toEqual(['max_memory_usage\t\\N\t20000000000\t\\N', 'max_threads\t\\N\t\\N\tCONST']);
});

test('settings of a profile arrive as they were meant', async () => {
  const [, configuration] = installations.find(([name]) => name.startsWith('settings')) ?? [];
  if (!configuration) throw new Error('there is no example about settings');
  const engine = await serverWith(configuration);
  const { rows } = await engine.ask(
    "SELECT setting_name, value FROM system.settings_profile_elements WHERE profile_name = 'dashboards' AND value IS NOT NULL ORDER BY 1",
  );
  expect(rows?.trim().split('\n')).toEqual([
    'load_balancing\tin_order',
    'max_execution_time\t30',
    'max_memory_usage\t10000000000',
    'readonly\t2',
  ]);
  engine.end();
});

function namesIn(section: Section | undefined): readonly string[] {
  return [...new Set(Object.keys(section ?? {}).map((path) => path.split('/')[0] ?? ''))];
}

/** Whether a right on everything includes another one: `ALTER` is all that begins so. */
function includes(wide: string, grant: string): boolean {
  const privileges = (text: string) => text.replace(/^GRANT (.*) ON .*$/, '$1').split(', ');
  if (wide === grant || !/ ON [*][.][*] TO /.test(wide)) return false;
  const has = (privilege: string) =>
    privileges(wide).some((one) => privilege === one || privilege.startsWith(`${one} `));
  return privileges(grant).every(has);
}
