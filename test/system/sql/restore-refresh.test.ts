import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from './engine';
import { operatorXml } from './operator-xml';

test('views of a drill do not refresh themselves', async () => {
  const profile = { 'default/stop_refreshable_materialized_views_on_startup': 1 };
  const directory = mkdtempSync(join(tmpdir(), 'drill-'));
  const users = join(directory, 'drill-users.xml');
  const user = { 'default/password': '', 'default/networks/ip': '::/0', 'default/profile': 'default' };
  writeFileSync(users, operatorXml({ users: user, profiles: profile, quotas: {} }));
  const server = join(directory, 'drill-server.xml');
  writeFileSync(server, operatorXml({ '': { users_config: users } }));
  const engine = Engine.ofNpm(server);
  for (const statement of [
    'CREATE DATABASE shop',
    'CREATE MATERIALIZED VIEW shop.v REFRESH EVERY 1 SECOND (a UInt8) ENGINE = MergeTree ORDER BY a AS SELECT 1 AS a',
    'SELECT sleep(2)',
  ])
    expect((await engine.ask(statement)).error).toBeUndefined();
  expect((await engine.ask('SELECT status, last_success_time FROM system.view_refreshes')).rows).toBe(
    'Disabled\t\\N\n',
  );
  engine.end();
  rmSync(directory, { recursive: true });
});
