import { ClickHouseCluster, type Cpu, type Environment, Keeper, type KeeperSize, Quantity } from 'anyhouse';

const sizes = { small: 1, large: 5 } as const satisfies Record<string, KeeperSize>;

export function build(environment: Environment, size: keyof typeof sizes, volume: string, processors: number) {
  const cpu: Cpu = `${processors}`;
  new Keeper(environment, 'keeper', { replicas: sizes[size], storage: Quantity.gibibytes(processors * 5) });
  new ClickHouseCluster(environment, 'events', {
    storage: { size: Quantity.parse(volume) },
    logs: { size: `${processors}Gi` },
    resources: { cpu, memory: '8Gi' },
  });
}
