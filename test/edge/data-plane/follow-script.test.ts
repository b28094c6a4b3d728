import { spawnSync } from 'node:child_process';
import { followScript } from '../../../src/edge/data-plane/follow-script';

test('the script is shell that parses', () => {
  expect(spawnSync('sh', ['-n'], { input: followScript, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

test('it holds no placeholder of TypeScript', () => {
  expect(followScript).not.toMatch(/undefined|\$\{/);
});
