import { spawnSync } from 'node:child_process';
import { applyScript } from '../../../src/edge/data-plane/apply-script';

test('the script is shell that parses, and says how it is used', () => {
  expect(spawnSync('sh', ['-n'], { input: applyScript, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  const { status, stdout } = spawnSync('sh', ['-s', 'other', '/nowhere', '/nowhere', '1'], {
    input: applyScript,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([
    2,
    'usage: apply init|watch SOURCE DIRECTORY SECONDS [NAME=AUTHORITY...] [CERTIFICATES...]\n',
  ]);
});

test('it holds no placeholder of TypeScript', () => {
  expect(applyScript).not.toMatch(/undefined|\$\{/);
});
