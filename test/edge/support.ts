import {
  ClickHouseCluster,
  type ClickHouseClusterProps,
  EdgeGateway,
  type EdgeGatewayProps,
  Environment,
  type EnvironmentProps,
  type Manifest,
  type Platform,
  Tls,
} from 'anyhouse';
import { App } from 'cdk8s';
import type { DeploymentSpec } from 'kubernetes-types/apps/v1';
import type { PodSpec } from 'kubernetes-types/core/v1';
import { minikube, objectOf } from '../support/environments';

/** Options of an environment beside its platform. */
export type Place = Partial<EnvironmentProps> & { readonly id?: string; readonly app?: App };

/** An environment with a domain, in plain text unless `tls` says something else. */
export function placeOn(platform: Platform = minikube, { id = 'analytics', app = new App(), ...props }: Place = {}) {
  return new Environment(app, id, { platform, domain: 'ch.example.com', tls: Tls.off('not what is tested'), ...props });
}

/** A gateway for the private network `10.0.0.0/8`. */
export function gatewayIn(place: Environment, props: Partial<EdgeGatewayProps> = {}, id = 'edge'): EdgeGateway {
  return new EdgeGateway(place, id, { allow: ['10.0.0.0/8'], ...props });
}

/** A cluster with two users. */
export function clusterIn(
  place: Environment,
  id = 'events',
  props: Partial<ClickHouseClusterProps> = {},
): ClickHouseCluster {
  return new ClickHouseCluster(place, id, {
    storage: { size: '10Gi' },
    users: { app: { networks: ['10.0.0.0/8'] }, web: { networks: ['192.168.0.0/16'] } },
    ...props,
  });
}

/** Specification of the pods of a gateway. */
export function podOf(gateway: EdgeGateway): PodSpec | undefined {
  return (objectOf(gateway, 'Deployment', gateway.name).spec as DeploymentSpec).template.spec;
}

/** `Kind/name` of an object. */
export function nameOf({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

/** Rows of the table of routes, by their key. */
export function routesIn(objects: readonly Manifest[], gateway = 'edge'): ReadonlyMap<string, readonly string[]> {
  const maps = objects.filter(
    ({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.startsWith(`${gateway}-data`),
  );
  const texts = maps.flatMap(({ data }) => Object.entries(data as Record<string, string>));
  const lines = texts.filter(([file]) => file.startsWith('routes.map')).flatMap(([, text]) => text.trim().split('\n'));
  return new Map(lines.filter(Boolean).map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1]?.split('|') ?? []]));
}
