import { clientHello } from './client-hello';
import { probe, visit } from './clients';
import { proxyV2 } from './proxy-header';
import { Scene } from './scene';

let scene: Scene;
const port = () => scene.edge.process.ports.https;

beforeAll(async () => {
  const wishes = [
    { name: 'events', allow: ['127.0.0.2/32'] },
    { name: 'ended', allow: ['127.0.0.2/32'], mode: 'terminate', speaks: 'plain', header: 'v1' },
  ] as const;
  scene = await Scene.start(wishes, { clientAddress: 'direct', family: 'dual' });
});
afterAll(() => scene?.stop());

test('without a load balancer that tells it, the client is the peer of the connection', async () => {
  const answers = async (name: string) => [
    await visit({ port: port(), from: '127.0.0.2' }, `${name}.ch.example.com`),
    await visit({ port: port(), from: '127.0.0.3' }, `${name}.ch.example.com`),
  ];
  expect(await answers('events')).toEqual(['events - ping', 'refused']);
  // The socket takes both families and sees an IPv4 client as ::ffff:127.0.0.2.
  expect(await answers('ended')).toEqual([expect.stringMatching(/^ended (::ffff:)?127\.0\.0\.2 ping$/), 'refused']);
});

test('a header is no way to claim another address', async () => {
  const header = proxyV2('127.0.0.2');
  expect(await probe({ port: port(), from: '127.0.0.3', header }, clientHello('events.ch.example.com'))).toBe(
    'refused',
  );
});

test('a backend on the loopback of the pod is refused when its name resolves to it', async () => {
  const safe = await Scene.start([{ name: 'events', allow: 'open' }], {
    refusedBackends: ['127.0.0.0/8'],
    clientAddress: 'direct',
  });
  try {
    expect(await visit({ port: safe.edge.process.ports.https }, 'events.ch.example.com')).toBe('refused');
    expect(await safe.edge.metric('haproxy_backend_sessions_total{proxy="be_refused_backend"}')).toBe(1);
  } finally {
    await safe.stop();
  }
});
