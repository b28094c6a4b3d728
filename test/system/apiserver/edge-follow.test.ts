import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { EdgeData } from '../../../src/edge/data-plane/model';
import { renderConfig } from '../../../src/edge/data-plane/render-config';
import { edgeFiles, edgeTables } from '../../../src/edge/data-plane/render-data';
import { renderEdgeAccess } from '../../../src/edge/render-access';
import { ControlPlane } from '../cluster/control-plane';
import { until } from '../cluster/until';
import { type Listening, startBackend } from '../edge/backends';
import { visit } from '../edge/clients';
import { Follower } from '../edge/follower';
import { proxyV2 } from '../edge/proxy-header';
import { route, Scene } from '../edge/scene';
import { makeNamespace } from './servers';
import { tokenOf } from './token';

/* A pod of the edge but for the kubelet: a real API server, the two scripts and a real HAProxy. */

const object = { namespace: 'edge', name: 'edge-data' };
let plane: ControlPlane;
let scene: Scene;
let backend: Listening;
let follower: Follower;
let applying: ChildProcess;

beforeAll(async () => {
  plane = await ControlPlane.start({ name: 'edge' });
  await makeNamespace(plane.client, object.namespace);
  const access = { name: 'edge', namespace: object.namespace, configMap: object.name, gitops: undefined };
  for (const manifest of renderEdgeAccess(access)) await plane.client.apply(manifest);
  const token = await tokenOf(plane.client, object.namespace, 'edge');

  scene = await Scene.start([{ name: 'first', allow: 'open' }]);
  backend = await startBackend('backend', { speaks: 'tls', header: 'none' });
  const { hostname: host, port } = new URL(plane.connection.url);
  const address = { host, port: Number(port), authority: plane.authority, token };
  follower = new Follower(address, 'dash', object, join(scene.edge.process.directory, 'followed'));
  follower.start();
  applying = scene.edge.startScript('watch', 'ignore', { detached: true });
});
afterAll(async () => {
  await follower?.remove();
  if (applying?.pid !== undefined) {
    const ended = once(applying, 'exit');
    process.kill(-applying.pid, 'SIGKILL');
    await ended;
  }
  backend?.close();
  await scene?.stop();
  await plane?.stop();
});

/** Writes the ConfigMap with one more route. */
async function write(name: string): Promise<void> {
  const environments = scene.data.environments.map((environment) => ({
    ...environment,
    routes: [...environment.routes, route({ name, allow: 'open' }, backend.port)],
  }));
  const tables = edgeTables({ ...scene.data, environments } satisfies EdgeData);
  const { 'haproxy.cfg': _, ...data } = edgeFiles(renderConfig(scene.edge.process), tables);
  await plane.client.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: object, data });
}

async function answers(name: string): Promise<void> {
  const way = { port: scene.edge.process.ports.https, header: proxyV2('10.1.2.3') };
  await until(
    async () => ((await visit(way, `${name}.ch.example.com`)) === 'backend - ping' ? true : undefined),
    () => `no answer at ${name}:\n${follower.log.join('\n')}`,
  );
}

test('a route that is written to the API server answers, each time', async () => {
  const took: number[] = [];
  for (let round = 0; round < 15; round++) {
    const start = performance.now();
    await write(`route-${round}`);
    await answers(`route-${round}`);
    took.push(Math.round(performance.now() - start));
  }
  took.sort((a, b) => a - b);
  console.log(`written to first answer over TLS, ms: median ${took[7]}, most ${took.at(-1)}, all ${took.join(' ')}`);
  expect(took).toHaveLength(15);
});

test('an API server that was killed is followed again when it is back', async () => {
  await write('before');
  await answers('before');
  await plane.killApiServer();
  await until(
    async () => follower.log.some((line) => line.includes('no answer of the API server')) || undefined,
    () => `the loss is not said:\n${follower.log.join('\n')}`,
  );
  await answers('before');
  await plane.startApiServer();
  await write('after');
  await answers('after');
});
