/** The first bytes of a TLS client, with any name or none: enough for a proxy that only looks. */
export function clientHello(name?: string | Buffer): Buffer {
  const extensions = name === undefined ? Buffer.alloc(0) : serverName(Buffer.from(name));
  const body = Buffer.concat([
    Buffer.from('0303', 'hex'), // TLS 1.2, as all clients say here
    Buffer.alloc(32, 7),
    Buffer.from('00', 'hex'), // no session
    sized(2, Buffer.from('1301c02b', 'hex')),
    sized(1, Buffer.from('00', 'hex')),
    sized(2, extensions),
  ]);
  return record(Buffer.concat([Buffer.from('01', 'hex'), sized(3, body)]));
}

/** Bytes of a handshake message as one TLS record. */
export function record(message: Buffer): Buffer {
  return Buffer.concat([Buffer.from('160301', 'hex'), sized(2, message)]);
}

function serverName(name: Buffer): Buffer {
  const list = sized(2, Buffer.concat([Buffer.from('00', 'hex'), sized(2, name)]));
  return Buffer.concat([Buffer.from('0000', 'hex'), sized(2, list)]);
}

function sized(bytes: number, content: Buffer): Buffer {
  const length = Buffer.alloc(bytes);
  length.writeUIntBE(content.length, 0, bytes);
  return Buffer.concat([length, content]);
}
