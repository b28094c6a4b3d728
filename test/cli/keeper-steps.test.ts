import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { anyhouse, directoryWith } from './command';

const keeper = (members: number, image: string) => `
apiVersion: clickhouse-keeper.altinity.com/v1
kind: ClickHouseKeeperInstallation
metadata: { name: keeper, namespace: analytics }
spec:
  configuration: { clusters: [{ name: main, layout: { replicasCount: ${members} } }] }
  defaults: { templates: { podTemplate: member } }
  templates:
    podTemplates: [{ name: member, spec: { containers: [{ name: clickhouse-keeper, image: ${image} }] } }]
`;
const here = directoryWith({
  'one.yaml': keeper(1, 'a:1'),
  'three.yaml': keeper(3, 'a:1'),
  'newer.yaml': keeper(3, 'a:2'),
  'none.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: { name: analytics }\n',
  'broken.yaml': 'kind: [',
});
afterAll(() => rmSync(here, { recursive: true }));
const steps = (...files: readonly string[]) => anyhouse(['keeper-steps', ...files.map((file) => join(here, file))]);

test('nothing to do ends with 0', async () => {
  expect(await steps('three.yaml', 'three.yaml')).toEqual({
    code: 0,
    stdout: '  Keeper analytics/keeper: nothing changes\n',
    stderr: '',
  });
  expect((await steps('none.yaml', 'none.yaml')).stdout).toBe('  There is no Keeper in either of them.\n');
});

test('what has to go member by member ends with 3, and a repeated command is printed once', async () => {
  const { code, stdout } = await steps('three.yaml', 'newer.yaml');
  expect(code).toBe(3);
  expect(stdout).toMatch(
    /^ {2}Keeper analytics\/keeper: not at once: member by member\n {4}Members 0, 1 and 2 restart/,
  );
  expect(stdout).toContain('\n  11. All 3 members answer');
  expect(stdout).toContain('\n      the command of step 5\n');
});

test('what can lose the state ends with 1', async () => {
  const { code, stdout } = await steps('one.yaml', 'three.yaml');
  expect(code).toBe(1);
  expect(stdout).toContain('1 to 3 members: the 2 that start empty are a majority.');
});

test('machines get the same as data', async () => {
  const { code, stdout } = await anyhouse(['keeper-steps', '--json', join(here, 'one.yaml'), join(here, 'three.yaml')]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'anyhouse.dev/keeper-steps/v1',
    keepers: [
      { namespace: 'analytics', name: 'keeper', grade: 'refused', changes: [{ kind: 'size', members: [1, 2] }] },
    ],
  });
});

test('input that cannot be read ends with 2, and nothing is printed', async () => {
  const { code, stdout, stderr } = await steps('three.yaml', 'broken.yaml');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('broken.yaml:1:');
  expect((await anyhouse(['keeper-steps', join(here, 'three.yaml'), join(here, 'absent')])).stderr).toContain(
    'absent: there is no such file or directory.',
  );
  const alone = await anyhouse(['keeper-steps', join(here, 'three.yaml')]);
  expect(alone.code).toBe(2);
  expect(alone.stderr).toContain("missing required argument 'after'");
});
