import { visit } from './clients';
import { proxyV2 } from './proxy-header';
import { Scene } from './scene';

let scene: Scene;
const from = (address: string, name: string) =>
  visit({ port: scene.edge.process.ports.https, header: proxyV2(address) }, `${name}.ch.example.com`);

beforeAll(async () => {
  scene = await Scene.start([{ name: 'events' }], { abuse: { refusals: 20, connections: 60 } });
});
afterAll(() => scene?.stop());

test('a client with too many refusals is refused everywhere, and no other client is', async () => {
  for (let attempt = 0; attempt < 22; attempt++) expect(await from('10.0.0.1', 'unknown')).toBe('refused');
  expect(await from('10.0.0.1', 'events')).toBe('refused');
  expect(await from('10.0.0.2', 'events')).toBe('events - ping');
});

test('a client with too many connections is refused, allowed or not', async () => {
  const answers: string[] = [];
  for (let attempt = 0; attempt < 70; attempt++) answers.push(await from('10.0.0.3', 'events'));
  expect(answers.slice(0, 60)).toEqual(new Array(60).fill('events - ping'));
  expect(answers.slice(61)).toEqual(new Array(9).fill('refused'));
});
