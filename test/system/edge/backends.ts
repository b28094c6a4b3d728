import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Duplex, PassThrough } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { developmentCa, type KeyPair } from '../../../src/tools/credentials/development-ca';
import { readHeader } from './proxy-header';

/** Something that listens on this machine until it is closed. */
export interface Listening {
  readonly port: number;
  close(): void;
}

/** How a backend is spoken to. */
export interface BackendOptions {
  /** `hello` answers the first bytes and closes; the others answer every message. */
  readonly speaks: 'tls' | 'plain' | 'hello';
  readonly header: 'none' | 'v1' | 'v2';
  /** Certificate, where it is not the one of all tests. */
  readonly pair?: KeyPair;
  /** Where it listens. @default - a free port of 127.0.0.1 */
  readonly at?: { readonly host: string; readonly port: number };
}

let certificates: ReturnType<typeof developmentCa> | undefined;

/** An authority and a certificate for all names of these tests, made once. */
export function testCertificates() {
  certificates ??= developmentCa(['*.ch.example.com', '*.other.example.com', 'own.example.net']);
  return certificates;
}

/**
 * A server that answers every message with its name, the client that a PROXY header told it (or `-`), and the message.
 * A missing or unwanted header ends the connection.
 */
export async function startBackend(name: string, { speaks, header, pair, at }: BackendOptions): Promise<Listening> {
  const { certificate: cert, key } = pair ?? (await testCertificates()).server;
  const sockets = new Set<Socket>();
  const answer = (stream: Duplex, client: string) => {
    stream.on('error', () => stream.destroy());
    stream.on('data', (data) => {
      if (speaks === 'hello') stream.end(name);
      else stream.write(`${name} ${client} ${data}`);
    });
  };
  const options = { isServer: true, cert, key };
  const started = (stream: Duplex, client: string) =>
    answer(speaks === 'tls' ? new TLSSocket(stream, options) : stream, client);
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy()));
    socket.setNoDelay(true);
    if (header === 'none') started(socket, '-');
    else readClient(socket, header, started);
  });
  await once(server.listen(at?.port ?? 0, at?.host ?? '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function readClient(socket: Socket, version: 'v1' | 'v2', started: (stream: Duplex, client: string) => void): void {
  let bytes = Buffer.alloc(0);
  const read = (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    const header = readHeader(bytes);
    if (!header) return;
    socket.off('data', read);
    if (version !== (bytes[0] === 0x0d ? 'v2' : 'v1')) {
      socket.destroy();
      return;
    }
    // TLSSocket reads from the descriptor of a socket and would miss what has been read already.
    const rest = new PassThrough();
    if (bytes.length > header.length) rest.write(bytes.subarray(header.length));
    started(Duplex.from({ readable: socket.pipe(rest), writable: socket }), header.client);
  };
  socket.on('data', read);
}

/** A name server: every name below `known` is this machine, `metadata` is what clouds use, others do not exist. */
export async function startNameServer(
  known = 'svc.cluster.local',
  addressOf: (name: string) => readonly number[] = () => [127, 0, 0, 1],
): Promise<Listening> {
  const server = createSocket('udp4');
  server.on('message', (query, { port, address }) => {
    const end = query.indexOf(0, 12) + 1;
    const question = query.subarray(12, end + 4);
    const name = labels(query.subarray(12, end));
    const target = name.startsWith('metadata.') ? [169, 254, 169, 254] : addressOf(name);
    const exists = name.endsWith(`.${known}`) && !name.startsWith('missing.');
    const flags = Buffer.from(exists ? '8180000100010000' : '8183000100000000', 'hex');
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...target]);
    const answer = [query.subarray(0, 2), flags, Buffer.alloc(2), question, ...(exists ? [record] : [])];
    server.send(Buffer.concat(answer), port, address);
  });
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  return { port: server.address().port, close: () => server.close() };
}

function labels(bytes: Buffer): string {
  const found: string[] = [];
  for (let at = 0; (bytes[at] ?? 0) > 0; at += (bytes[at] ?? 0) + 1) {
    found.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)).toString());
  }
  return found.join('.').toLowerCase();
}
