import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import type { InstallationCluster } from '../altinity/spec/cluster';
import type { Settings } from '../altinity/spec/values';
import { usualPorts } from '../altinity/usual-ports';
import {
  certificateMount,
  certificateVolumes,
  type FurtherCertificate,
  openSslSettings,
} from '../environment/server-tls';
import type { ResolvedCluster } from './options';
import { publicFile, publicPorts, publicProtocols } from './public-certificate';

/** Where servers find their certificates. */
export const certificates = '/etc/clickhouse-server/tls';

/** Ports of a server. */
export interface ServerPorts {
  /** HTTP interface, also for the operator. */
  readonly http: number;
  /** Native protocol. */
  readonly native: number;
  /** Replicas fetch parts from each other here, over HTTPS where there is TLS. */
  readonly interserver: number;
  /** Layers with a public certificate. */
  readonly public: readonly number[];
}

/** Ports that a server listens on. */
export function serverPorts({ tls, publicCertificate }: ResolvedCluster): ServerPorts {
  const [http, native] = tls ? [usualPorts.https, usualPorts.tcpSecure] : [usualPorts.http, usualPorts.tcp];
  const outside = publicCertificate ? [publicPorts.https.target, publicPorts.native.target] : [];
  return { http, native, interserver: usualPorts.interserver, public: outside };
}

/** Opens encrypted ports and closes plain ones, as far as the operator does it: on pods, hosts, probes, remote_servers. */
export function renderSwitches({ tls }: ResolvedCluster): Partial<InstallationCluster> {
  return tls ? { insecure: 'no', secure: 'yes' } : {};
}

/**
 * What the operator leaves to settings: it writes ports that are not the usual ones, and the image opens the usual plain
 * ones. `_removed_` takes out what the image brings.
 * @see https://github.com/Altinity/clickhouse-operator/blob/master/docs/security_hardening.md
 */
export function renderTlsSettings(cluster: ResolvedCluster): Settings {
  const { tls, publicCertificate, storage } = cluster;
  const ports = serverPorts(cluster);
  return {
    ...(tls && {
      // Only object stores have certificates of public authorities.
      ...openSslSettings(certificates, storage.cold ? 'believed' : 'not-believed'),
      http_port: '_removed_',
      https_port: ports.http,
      interserver_http_port: '_removed_',
      interserver_https_port: ports.interserver,
      mysql_port: '_removed_',
      postgresql_port: '_removed_',
      tcp_port: '_removed_',
      tcp_port_secure: ports.native,
    }),
    ...(publicCertificate && publicProtocols(certificates)),
  };
}

/** The volume with certificates. */
export function renderCertificateVolumes(cluster: ResolvedCluster): { readonly volumes?: Volume[] } {
  return certificateVolumes(cluster.tls, furtherCertificates(cluster));
}

/** The mount of that volume. */
export function renderCertificateMounts(cluster: ResolvedCluster): readonly VolumeMount[] {
  return cluster.tls || furtherCertificates(cluster).length > 0 ? [certificateMount(certificates)] : [];
}

function furtherCertificates({ publicCertificate, contributed }: ResolvedCluster): readonly FurtherCertificate[] {
  const exposed = publicCertificate ? [{ secret: publicCertificate.secret, file: publicFile }] : [];
  return [...exposed, ...contributed.certificates];
}
