import { connect, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { testCertificates } from './backends';

/** Where bytes go, and what comes before them. */
export interface Way {
  readonly port: number;
  /** Address of this machine that the connection comes from. 127.0.0.1 is the load balancer in these tests. */
  readonly from?: string;
  /** Written before everything else. */
  readonly header?: Buffer;
}

/** Connects and writes the header. */
export function open({ port, from = '127.0.0.1', header }: Way): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  socket.setNoDelay(true);
  if (header) socket.write(header);
  return socket;
}

/** What came back for some bytes: `refused` when the connection was closed without an answer. */
export function probe(way: Way, ...messages: readonly Buffer[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = open(way);
    socket.setTimeout(9000, () => {
      resolve('silence');
      socket.destroy();
    });
    socket.on('error', () => resolve('refused'));
    socket.on('close', () => resolve('refused'));
    socket.on('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    for (const message of messages) socket.write(message);
  });
}

/** Answer to a message over TLS, or `refused` when there is none, whatever the reason. */
export async function visit(way: Way, servername: string, options: ConnectionOptions = {}): Promise<string> {
  try {
    const stream = await openTls(way, servername, options);
    try {
      return await exchange(stream, 'ping');
    } finally {
      stream.destroy();
    }
  } catch {
    return 'refused';
  }
}

/** A TLS stream to a backend, once its certificate has been checked. */
export async function openTls(way: Way, servername: string, options: ConnectionOptions = {}): Promise<Socket> {
  const { ca } = await testCertificates();
  return await new Promise((resolve, reject) => {
    const socket = open(way);
    socket.on('error', reject);
    const stream = connectTls({ socket, servername, ca: ca.certificate, ...options }, () => resolve(stream));
    stream.setTimeout(9000, () => stream.destroy(new Error('silence')));
    stream.on('error', reject);
    stream.on('close', () => reject(new Error('closed')));
  });
}

/** Sends a message and waits for the answer. */
export function exchange(stream: Socket, message: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const closed = () => reject(new Error('closed'));
    stream.once('close', closed);
    stream.once('data', (data) => {
      stream.off('close', closed);
      resolve(data.toString());
    });
    stream.write(message);
  });
}

/** Runs work for every item, a few at the same time, and gives the results in order. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const run = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return results;
}
