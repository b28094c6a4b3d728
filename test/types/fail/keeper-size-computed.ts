import { type Environment, Keeper } from 'anyhouse';

export function build(environment: Environment, nodes: readonly string[]) {
  // expect: TS2322 Type 'number' is not assignable to type 'KeeperSize | undefined'
  new Keeper(environment, 'keeper', { replicas: nodes.length });
}
