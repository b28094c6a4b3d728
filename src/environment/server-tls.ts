import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import type { Settings } from '../altinity/spec/values';
import type { ResolvedTls } from './tls';

/** Name of the volume with certificates. */
const volume = 'tls';

/** A certificate beside that of the servers. */
export interface FurtherCertificate {
  /** Its Secret. */
  readonly secret: string;
  /** Name of its files, without `.crt` and `.key`. */
  readonly file: string;
}

/**
 * The volume with all certificates of a pod: one directory, and one for all of them. Kubelet then replaces certificate
 * and key in one step. A server looks at the times of `tls.crt` and `tls.key` only, and a new directory changes both,
 * whichever Secret is new.
 */
export function certificateVolumes(
  tls: ResolvedTls | undefined,
  further: readonly FurtherCertificate[] = [],
): { readonly volumes?: Volume[] } {
  const source = (name: string, files: Readonly<Record<string, string>>) => ({
    secret: { name, items: Object.entries(files).map(([key, path]) => ({ key, path })) },
  });
  const sources = [
    ...(tls ? [source(tls.secret, { 'ca.crt': 'ca.crt', 'tls.crt': 'tls.crt', 'tls.key': 'tls.key' })] : []),
    ...further.map(({ secret, file }) => source(secret, { 'tls.crt': `${file}.crt`, 'tls.key': `${file}.key` })),
  ];
  return sources.length > 0 ? { volumes: [{ name: volume, projected: { sources } }] } : {};
}

/** Where a server finds its certificates. A directory, for single files are never updated. */
export function certificateMount(directory: string): VolumeMount {
  return { name: volume, mountPath: directory, readOnly: true };
}

/** Protocols that are broken; the image allows TLS 1.0 and 1.1. */
const brokenProtocols = 'sslv2,sslv3,tlsv1,tlsv1_1';

/**
 * Gives a TLS layer of a server a certificate of its own.
 * @param file path of it, without `.crt`; the key lies beside it
 * @see https://clickhouse.com/docs/operations/settings/composable-protocols
 */
export function layerCertificate(layer: string, file: string): Settings {
  return {
    [`protocols/${layer}/certificateFile`]: `${file}.crt`,
    [`protocols/${layer}/privateKeyFile`]: `${file}.key`,
    [`protocols/${layer}/disableProtocols`]: brokenProtocols,
    [`protocols/${layer}/verificationMode`]: 'none',
  };
}

/**
 * How a server proves itself, and whom it believes. Names are not compared: ClickHouse does not tell its TLS library the
 * name of a Keeper (`extendedVerification` would refuse all of them), so the authority has to be one that signs for
 * nobody else.
 * @param publicAuthorities whether servers that it calls may have a certificate of a public authority
 * @see https://clickhouse.com/docs/operations/server-configuration-parameters/settings#openssl
 */
export function openSslSettings(directory: string, publicAuthorities: 'believed' | 'not-believed'): Settings {
  return {
    'openSSL/client/caConfig': `${directory}/ca.crt`,
    'openSSL/client/disableProtocols': brokenProtocols,
    'openSSL/client/invalidCertificateHandler/name': 'RejectCertificateHandler',
    'openSSL/client/loadDefaultCAFile': publicAuthorities === 'believed' ? 'true' : 'false',
    'openSSL/client/verificationMode': 'strict',
    'openSSL/server/caConfig': `${directory}/ca.crt`,
    'openSSL/server/certificateFile': `${directory}/tls.crt`,
    'openSSL/server/disableProtocols': brokenProtocols,
    'openSSL/server/loadDefaultCAFile': 'false',
    'openSSL/server/privateKeyFile': `${directory}/tls.key`,
    // A client need not show a certificate; a wrong one is refused.
    'openSSL/server/verificationMode': 'relaxed',
  };
}
