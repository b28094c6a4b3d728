import { type Host, topologyOf } from '../altinity/topology';
import { usualPorts } from '../altinity/usual-ports';
import type { Manifest } from '../kubernetes/manifest';

/** Somewhere to connect to, from inside of the Kubernetes cluster. */
export interface Endpoint {
  /** DNS name, valid in the whole Kubernetes cluster. */
  readonly host: string;
  /** TCP port. */
  readonly port: number;
  /** As a URL: `http://...` or `clickhouse://...`; with TLS `https://...` or `clickhouse://...?secure=true`. */
  readonly url: string;
}

/** Endpoints for both protocols. */
export interface ProtocolEndpoints {
  /** HTTP interface. */
  readonly http: Endpoint;
  /** Native protocol. */
  readonly native: Endpoint;
}

/** Where clients connect. */
export interface Endpoints extends ProtocolEndpoints {
  /** Single replicas, by host name: `0-1` is the second replica of the first shard. */
  readonly hosts: Readonly<Record<string, ProtocolEndpoints>>;
}

/** Endpoints of an installation, read from its manifest. */
export function endpointsOf(installation: Manifest): Endpoints {
  const { service, hosts } = topologyOf(installation);
  const of = (host: string, ports: Host['ports']): ProtocolEndpoints => {
    const secure = ports.http === undefined && ports.https !== undefined;
    const [http = usualPorts.http, native = usualPorts.tcp] = secure
      ? [ports.https, ports.tcpSecure]
      : [ports.http, ports.tcp];
    return {
      http: { host, port: http, url: `${secure ? 'https' : 'http'}://${host}:${http}` },
      native: { host, port: native, url: `clickhouse://${host}:${native}${secure ? '?secure=true' : ''}` },
    };
  };
  return {
    ...of(service.fqdn, hosts[0]?.ports ?? {}),
    hosts: Object.fromEntries(hosts.map((host) => [host.name, of(host.fqdn, host.ports)])),
  };
}
