import { topologyOf } from '../altinity/topology';
import type { Manifest } from '../kubernetes/manifest';

/** Somewhere to connect to, from inside of the Kubernetes cluster. */
export interface Endpoint {
  /** DNS name, valid in the whole Kubernetes cluster. */
  readonly host: string;
  /** TCP port. */
  readonly port: number;
  /** As a URL: `http://...` or `clickhouse://...`. */
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
  const of = (host: string, ports: { http?: number; tcp?: number }): ProtocolEndpoints => {
    const { http = 8123, tcp = 9000 } = ports;
    return {
      http: { host, port: http, url: `http://${host}:${http}` },
      native: { host, port: tcp, url: `clickhouse://${host}:${tcp}` },
    };
  };
  return {
    ...of(service.fqdn, hosts[0]?.ports ?? {}),
    hosts: Object.fromEntries(hosts.map((host) => [host.name, of(host.fqdn, host.ports)])),
  };
}
