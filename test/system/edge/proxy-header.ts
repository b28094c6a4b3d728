import { isIPv4 } from 'node:net';
import { parseRange } from '../../../src/edge/data-plane/cidr-set';

/** PROXY protocol: https://www.haproxy.org/download/3.2/doc/proxy-protocol.txt, sections 2.1 and 2.2. */
const signature = Buffer.from('0d0a0d0a000d0a515549540a', 'hex');

/** Header of version 1, as text. */
export function proxyV1(client: string, port = 40_000): Buffer {
  const [family, server] = isIPv4(client) ? ['TCP4', '192.0.2.1'] : ['TCP6', '2001:db8::1'];
  return Buffer.from(`PROXY ${family} ${client} ${server} ${port} 443\r\n`);
}

/** Header of version 2. `extra` are further fields (TLV), such as those that AWS adds for endpoint services. */
export function proxyV2(client: string, extra: Buffer = Buffer.alloc(0), port = 40_000): Buffer {
  const server = isIPv4(client) ? '192.0.2.1' : '2001:db8::1';
  const ports = Buffer.alloc(4);
  ports.writeUInt16BE(port, 0);
  ports.writeUInt16BE(443, 2);
  const body = Buffer.concat([addressBytes(client), addressBytes(server), ports, extra]);
  return headerV2(0x21, isIPv4(client) ? 0x11 : 0x21, body);
}

/** Header of version 2 with any command, family and content, for what no well-behaved balancer sends. */
export function headerV2(command: number, family: number, body: Buffer = Buffer.alloc(0)): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return Buffer.concat([signature, Buffer.from([command, family]), length, body]);
}

/** The client that a header at the start of bytes names, and the length of the header; undefined while it is not whole. */
export function readHeader(bytes: Buffer): { readonly client: string; readonly length: number } | undefined {
  if (bytes.subarray(0, 12).equals(signature)) {
    if (bytes.length < 16 || bytes.length < 16 + bytes.readUInt16BE(14)) return undefined;
    const length = 16 + bytes.readUInt16BE(14);
    const ipv4 = bytes[13] === 0x11;
    return { client: printAddress(bytes.subarray(16, ipv4 ? 20 : 32)), length };
  }
  const end = bytes.indexOf('\r\n');
  if (end < 0) return undefined;
  return { client: bytes.subarray(0, end).toString().split(' ')[2] ?? '', length: end + 2 };
}

/** Address in the order of the network. */
export function addressBytes(address: string): Buffer {
  const [size, bits] = isIPv4(address) ? [4, 32] : [16, 128];
  const range = parseRange(`${address}/${bits}`);
  if (!range) throw new Error(`${address} is no address`);
  return Buffer.from(range.first.toString(16).padStart(size * 2, '0'), 'hex');
}

/** Text of an address; IPv6 is not shortened. */
export function printAddress(bytes: Buffer): string {
  if (bytes.length === 4) return bytes.join('.');
  return bytes.toString('hex').match(/.{4}/g)?.join(':') ?? '';
}
