import { randomBytes } from 'node:crypto';
import type { KeyPair } from '../../../src/tools/credentials/development-ca';

/** When a certificate is valid, in days from now. */
export interface Validity {
  readonly from: number;
  readonly to: number;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A certificate for servers that an authority signs, valid at any time. */
export async function issue(authority: KeyPair, names: readonly string[], { from, to }: Validity): Promise<KeyPair> {
  require('reflect-metadata');
  const x509 = require('@peculiar/x509') as typeof import('@peculiar/x509');
  const { subtle } = globalThis.crypto;
  const issuer = new x509.X509Certificate(authority.certificate);
  const signingKey = await subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(authority.key), algorithm, false, [
    'sign',
  ]);
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const day = 24 * 60 * 60 * 1000;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `4${randomBytes(15).toString('hex')}0`,
    subject: '',
    issuer: issuer.subjectName,
    notBefore: new Date(Date.now() + from * day),
    notAfter: new Date(Date.now() + to * day),
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: 'dns' as const, value })),
        true,
      ),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  const key = await subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate: certificate.toString('pem'), key: x509.PemConverter.encode(key, 'PRIVATE KEY') };
}
