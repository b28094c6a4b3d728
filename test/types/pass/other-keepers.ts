import { ClickHouseCluster, type Environment, type IKeeper, Keeper, type KeeperNode } from 'anyhouse';

/** A quorum behind something of a company's own. */
class MeshKeeper implements IKeeper {
  nodesFor(namespace: string): readonly KeeperNode[] {
    return [{ host: `keeper.${namespace}.mesh.example.com` }];
  }

  admit(): void {}
}

export function build(environment: Environment) {
  const keepers: readonly IKeeper[] = [
    new MeshKeeper(),
    Keeper.fromNodes([{ host: 'keeper-0.example.com' }, { host: 'keeper-1.example.com', port: 2182 }]),
    new Keeper(environment, 'keeper'),
  ];
  for (const [index, keeper] of keepers.entries()) {
    new ClickHouseCluster(environment, `events-${index}`, {
      storage: { size: '10Gi' },
      replication: { replicas: 2, keeper },
    });
  }
}
