import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { developmentCa, type KeyPair } from '../../../src/tools/credentials/development-ca';

/** A ConfigMap as an API server stores it; managed fields name its keys, too. */
export function configMap(data: Readonly<Record<string, string>>, annotations: Readonly<Record<string, string>> = {}) {
  const fields = Object.fromEntries(Object.keys(data).map((key) => [`f:${key}`, {}]));
  const managedFields = [
    { manager: 'test', operation: 'Update', fieldsType: 'FieldsV1', fieldsV1: { 'f:data': { '.': {}, ...fields } } },
  ];
  return { kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'edge-data', annotations, managedFields }, data };
}

/** An API server that has one ConfigMap and tells what a test wants. */
export class FakeApiServer {
  /** Body of the answer for the ConfigMap. */
  object: string = '';
  /** Status of all answers. */
  status = 200;
  /** Where an answer for the ConfigMap ends before its time. */
  cutAt: number | undefined;
  /** Connections that were opened, whatever became of them. */
  connections = 0;
  /** `METHOD path token` of all requests. */
  readonly requests: string[] = [];
  private readonly watches = new Set<ServerResponse>();
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;

  private constructor(
    readonly authority: KeyPair,
    private readonly own: KeyPair,
    private readonly host: string,
    private listening = 0,
  ) {}

  static async start({ name = 'kubernetes.default.svc', host = '127.0.0.1' } = {}): Promise<FakeApiServer> {
    const { ca, server } = await developmentCa([name]);
    const fake = new FakeApiServer(ca, server, host);
    await fake.listen();
    return fake;
  }

  get port(): number {
    return this.listening;
  }

  /** Streams of events that are open. */
  get watching(): number {
    return this.watches.size;
  }

  /** Listens, on the same port as before. */
  async listen(): Promise<void> {
    const server = createServer({ cert: this.own.certificate, key: this.own.key }, (request, response) =>
      this.answer(request, response),
    );
    server.on('connection', (socket: Socket) => {
      this.connections++;
      this.sockets.add(socket.on('close', () => this.sockets.delete(socket)).on('error', () => socket.destroy()));
    });
    await once(server.listen(this.listening, this.host), 'listening');
    this.server = server;
    this.listening = (server.address() as AddressInfo).port;
  }

  /** Changes the object and tells it. */
  change(object: object): void {
    this.object = `${JSON.stringify(object)}\n`;
    this.tell({ type: 'MODIFIED', object: metadata });
  }

  /** Sends an event to everybody who watches. */
  tell(event: object): void {
    this.tellText(`${JSON.stringify(event)}\n`);
  }

  /** Sends any text to everybody who watches. */
  tellText(text: string): void {
    for (const watch of this.watches) watch.write(text);
  }

  /** Ends all streams of events, as after `timeoutSeconds`. */
  endWatches(): void {
    for (const watch of this.watches) watch.end();
  }

  close(): void {
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { method, url = '', headers } = request;
    this.requests.push(`${method} ${url} ${headers.authorization?.replace('Bearer ', '')}`);
    response.writeHead(this.status, { 'content-type': 'application/json', warning: '299 - "a \\"quoted\\" warning"' });
    if (this.status !== 200) response.end(JSON.stringify({ kind: 'Status', code: this.status }));
    else if (url.includes('watch=1')) this.watch(response);
    else if (this.cutAt === undefined) response.end(this.object);
    else response.write(this.object.slice(0, this.cutAt), () => response.destroy());
  }

  private watch(response: ServerResponse): void {
    this.watches.add(response.on('close', () => this.watches.delete(response)));
    response.write(`${JSON.stringify({ type: 'ADDED', object: metadata })}\n`);
  }
}

const metadata = {
  kind: 'PartialObjectMetadata',
  apiVersion: 'meta.k8s.io/v1',
  metadata: { name: 'edge-data', annotations: { note: '"type":"ERROR" \\ "data":{"sums":' } },
};
