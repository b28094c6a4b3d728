import { createHash, randomBytes } from 'node:crypto';

/** A certificate with its key, as PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate authority of its own, with one server certificate that it signed. */
export interface DevelopmentCa {
  readonly ca: KeyPair;
  readonly server: KeyPair;
}

/** Two years: longer than anybody should keep a key that lay in a terminal. */
const validity = 2 * 365 * 24 * 60 * 60 * 1000;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * A certificate authority for development, and a certificate for servers with these names.
 * @param names DNS names; the first label may be `*`
 * @param now start of the validity
 */
export async function developmentCa(names: readonly string[], now = new Date()): Promise<DevelopmentCa> {
  // The library decorates its classes, and wants this to be there before it is.
  require('reflect-metadata');
  const x509 = require('@peculiar/x509') as typeof import('@peculiar/x509');
  const { subtle } = globalThis.crypto;
  const generate = () => subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const [caKeys, serverKeys] = await Promise.all([generate(), generate()]);
  const pem = async ({ privateKey }: typeof caKeys) =>
    x509.PemConverter.encode(await subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY');
  const common = {
    notBefore: now,
    notAfter: new Date(now.getTime() + validity),
    signingAlgorithm: algorithm,
  };
  // Browsers keep certificates by issuer name, so that two authorities must not share one.
  const issuer = `CN=anyhouse development CA ${createHash('sha256').update(randomBytes(16)).digest('hex').slice(0, 8)}`;
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    ...common,
    serialNumber: serial(),
    name: issuer,
    keys: caKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(caKeys.publicKey),
    ],
  });
  const server = await x509.X509CertificateGenerator.create({
    ...common,
    serialNumber: serial(),
    subject: '',
    issuer,
    publicKey: serverKeys.publicKey,
    signingKey: caKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
      // Critical, because the subject is empty: names stand here and nowhere else.
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: 'dns' as const, value })),
        true,
      ),
      await x509.AuthorityKeyIdentifierExtension.create(caKeys.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(serverKeys.publicKey),
    ],
  });
  return {
    ca: { certificate: lines(ca.toString('pem')), key: lines(await pem(caKeys)) },
    server: { certificate: lines(server.toString('pem')), key: lines(await pem(serverKeys)) },
  };
}

/** A positive number of 127 bits. */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

function lines(pem: string): string {
  return `${pem.trim()}\n`;
}
