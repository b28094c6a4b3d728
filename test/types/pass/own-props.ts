import { ClickHouseCluster, type ClickHouseClusterProps, type Environment, Keeper, type KeeperProps } from 'anyhouse';
import { Construct } from 'constructs';

/** Props are interfaces without unions, so that a company can add its own. */
interface TeamKeeperProps extends KeeperProps {
  readonly team: string;
}

interface TeamClusterProps extends Omit<ClickHouseClusterProps, 'replication' | 'storage'> {
  readonly team: string;
  readonly gibibytes?: 100 | 500;
}

/** A construct of a company, on top of ours. */
export class TeamDatabase extends Construct {
  constructor(
    environment: Environment,
    id: string,
    { team, ...keeperProps }: TeamKeeperProps,
    { gibibytes = 100, ...clusterProps }: TeamClusterProps,
  ) {
    super(environment, id);
    const keeper = new Keeper(this, 'keeper', { replicas: 3, ...keeperProps });
    new ClickHouseCluster(this, team, {
      ...clusterProps,
      storage: { size: `${gibibytes}Gi` },
      replication: { replicas: 2, keeper },
    });
  }
}

/** A subclass passes props on. */
export class TeamKeeper extends Keeper {
  constructor(environment: Environment, id: string, { team, ...props }: TeamKeeperProps) {
    super(environment, `${team}-${id}`, props);
  }
}
