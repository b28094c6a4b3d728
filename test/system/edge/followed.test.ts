import { mkdirSync, mkdtempSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EdgeData, EdgeProcess } from '../../../src/edge/data-plane/model';
import { renderConfig } from '../../../src/edge/data-plane/render-config';
import { edgeFiles, edgeTables } from '../../../src/edge/data-plane/render-data';
import { route, Scene } from './scene';

/* Which of two sources the applying script takes: the files that are mounted, or the copy that another container follows. */

let scene: Scene;

beforeEach(async () => {
  scene = await Scene.start([{ name: 'first', allow: 'open' }]);
});
afterEach(() => scene?.stop());

const dataOf = (name: string): EdgeData => ({
  ...scene.data,
  environments: scene.data.environments.map((environment) => ({
    ...environment,
    routes: [...environment.routes, route({ name, allow: 'open' }, 8443)],
  })),
});

/** Writes a copy as the following script does. It was the newest so many seconds ago. */
function follow(name: string, secondsAgo: number, process: EdgeProcess = scene.edge.process): void {
  const directory = join(scene.edge.process.directory, 'followed');
  mkdirSync(join(directory, 'sets'), { recursive: true });
  const set = mkdtempSync(join(directory, 'sets', 'set-'));
  const { 'haproxy.cfg': _, ...files } = edgeFiles(renderConfig(process), edgeTables(dataOf(name)));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(set, file), text);
  rmSync(join(directory, 'live.new'), { force: true });
  symlinkSync(join('sets', basename(set)), join(directory, 'live.new'));
  renameSync(join(directory, 'live.new'), join(directory, 'live'));
  contact(secondsAgo);
}

function contact(secondsAgo: number): void {
  const file = join(scene.edge.process.directory, 'followed', 'contact');
  writeFileSync(file, `${Math.floor(Date.now() / 1000) - secondsAgo}\n`);
}

const served = async () =>
  (await scene.edge.table('routes.map')).map((line) => line.replace(/^https\/([a-z]+).*/, '$1')).join(' ');
const applied = async () => {
  expect(await scene.edge.apply()).toContain('applied');
  return await served();
};
const inMaintenance = () => scene.edge.metric('haproxy_server_status{proxy="be_applied",server="files",state="MAINT"}');

test('a copy that is the newest counts, whatever is mounted', async () => {
  follow('followed', 0);
  expect(await applied()).toBe('first followed');
  scene.edge.write(dataOf('mounted'));
  expect(await applied()).toBe('first followed');
});

test('a copy whose API server is out of reach stays, until other files are mounted', async () => {
  follow('followed', 0);
  await applied();
  contact(120);
  expect(await applied()).toBe('first followed');
  scene.edge.write(dataOf('mounted'));
  expect(await applied()).toBe('first mounted');
  expect(await applied()).toBe('first mounted');
  contact(0);
  expect(await applied()).toBe('first followed');
});

test('files that were mounted before the API server went out of reach do not count afterwards', async () => {
  follow('old', 0);
  await applied();
  scene.edge.write(dataOf('mounted'));
  expect(await applied()).toBe('first old'); // it is seen, and counts as known
  contact(120);
  expect(await applied()).toBe('first old');
});

test('a copy that says nothing about its age does not count', async () => {
  follow('followed', 0);
  rmSync(join(scene.edge.process.directory, 'followed', 'contact'));
  expect(await applied()).toBe('first');
});

test('pods start from what is mounted', async () => {
  follow('followed', 0);
  await applied();
  const live = () => readlinkSync(join(scene.edge.process.directory, 'live'));
  const followed = live();
  expect(scene.edge.runScript('init')).toMatchObject({ status: 0 });
  expect(live()).not.toBe(followed);
  expect(await applied()).toBe('first followed');
});

test('a copy for another configuration waits for it, and is reported when that never comes', async () => {
  const changed = { ...scene.edge.process, drainSeconds: 31 };
  await applied();
  follow('followed', 0, changed);
  expect(await scene.edge.apply(120)).toBe('edge-apply: waits: files of two revisions \n');
  expect([await served(), await inMaintenance()]).toEqual(['first', 0]);
  expect(await scene.edge.apply(0)).toBe('edge-apply: failed: files of two revisions \n');
  expect([await served(), await inMaintenance()]).toEqual(['first', 1]);
  scene.edge.write(dataOf('mounted'), changed);
  expect([await applied(), await inMaintenance()]).toEqual(['first followed', 0]);
});
