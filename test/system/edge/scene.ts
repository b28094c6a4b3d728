import type { EdgeData, EdgeProcess, EdgeRoute } from '../../../src/edge/data-plane/model';
import { type BackendOptions, type Listening, startBackend } from './backends';
import { Edge, type Tools } from './edge';

const domain = 'ch.example.com';

/** A route as tests write it: what they do not say is plain. */
export type Wish = Partial<Omit<EdgeRoute, 'backend'>> &
  Partial<BackendOptions> & { readonly name: string; readonly service?: string; readonly authority?: string };

/** An edge and the backends of its routes. */
export class Scene {
  private constructor(
    readonly edge: Edge,
    readonly data: EdgeData,
    private readonly backends: readonly Listening[],
  ) {}

  /** One environment for `*.ch.example.com`, with a backend for each route. */
  static async start(wishes: readonly Wish[], changes: Partial<EdgeProcess> = {}, tools?: Tools): Promise<Scene> {
    const backends: Listening[] = [];
    const routes: EdgeRoute[] = [];
    for (const wish of wishes) {
      const { speaks = 'tls', header = 'none', pair } = wish;
      const backend = await startBackend(wish.name, { speaks, header, ...(pair && { pair }) });
      backends.push(backend);
      routes.push(route(wish, backend.port));
    }
    const data: EdgeData = {
      environments: [{ domain, extraHosts: ['own.example.net'], allow: 'open', routes }],
      clientAddress: changes.clientAddress === 'direct' ? 'direct' : { loadBalancers: ['127.0.0.1/32'] },
    };
    try {
      return new Scene(await Edge.start(data, changes, tools), data, backends);
    } catch (error) {
      for (const backend of backends) backend.close(); // or jest never ends
      throw error;
    }
  }

  /** Ends the server of a route. */
  endServer(index: number): void {
    this.backends[index]?.close();
  }

  async stop(): Promise<void> {
    for (const backend of this.backends) backend.close();
    await this.edge.stop();
  }
}

/** A route to a port of this machine. */
export function route(wish: Wish, port: number): EdgeRoute {
  const { name, service = 'chi-events', listener = 'https', mode = 'passthrough', header = 'none' } = wish;
  return {
    listener,
    host: name.includes('.') ? name : `${name}.${domain}`,
    mode,
    backend: {
      host: `${service}.analytics.svc.cluster.local`,
      port,
      proxyProtocol: header,
      ...(wish.authority !== undefined && { authority: wish.authority }),
    },
    allow: wish.allow ?? ['10.0.0.0/8', '2001:db8::/32'],
    limits: wish.limits ?? { connections: 1000, newPerSecond: 1000 },
  };
}
