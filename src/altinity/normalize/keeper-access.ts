import { asText, integer, list, record, text } from '../../kubernetes/manifest';
import { usualPorts } from '../usual-ports';
import { booleanOf } from './booleans';

/** The Keeper or ZooKeeper that a cluster of ClickHouse uses. */
export interface KeeperAccess {
  /** Its nodes, as the manifest lists them. */
  readonly nodes: readonly KeeperEndpoint[];
  /** A Keeper installation that the operator looks up and adds to the nodes. @default - none */
  readonly reference?: KeeperReference;
  /** Path that all of its data lies under. @default - the root of the tree */
  readonly root?: string;
}

/** One node of a Keeper or ZooKeeper. */
export interface KeeperEndpoint {
  /** Name or address. */
  readonly host: string;
  /** Port for clients: 2181 unless the manifest says something else. */
  readonly port: number;
  /** Whether the connection is encrypted. */
  readonly secure: boolean;
  /** Zone that the node stands in. @default - not given */
  readonly zone?: string;
}

/** A Keeper installation by name. */
export interface KeeperReference {
  /** Its name. */
  readonly name: string;
  /** Its namespace. @default - that of the ClickHouse installation */
  readonly namespace?: string;
}

/**
 * Keeper of a cluster: its own when it names nodes, else that of the installation, whose root and identity then win.
 * Undefined when neither names any.
 */
export function keeperAccess(installation: unknown, cluster: unknown): KeeperAccess | undefined {
  const [shared, own] = [record(installation), record(cluster)];
  const source = isUsed(own) ? own : shared;
  if (!isUsed(source)) return undefined;
  const root = text(source.root) || text(own.root);
  const reference = referenceOf(source.keeper);
  return { nodes: list(source.nodes).flatMap(endpointOf), ...(reference && { reference }), ...(root && { root }) };
}

function isUsed({ nodes, keeper }: Readonly<Record<string, unknown>>): boolean {
  return list(nodes).length > 0 || referenceOf(keeper) !== undefined;
}

function referenceOf(value: unknown): KeeperReference | undefined {
  const { name, namespace } = record(value);
  if (!text(name)) return undefined;
  return { name: asText(name), ...(text(namespace) && { namespace: asText(namespace) }) };
}

function endpointOf(value: unknown): KeeperEndpoint[] {
  const { host, port, secure, availabilityZone } = record(value);
  if (!text(host)) return [];
  return [
    {
      host: asText(host),
      port: integer(port) ?? usualPorts.zk,
      secure: booleanOf(secure) ?? false,
      ...(text(availabilityZone) && { zone: asText(availabilityZone) }),
    },
  ];
}
