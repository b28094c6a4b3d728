import { type Environment, Keeper } from 'anyhouse';

export function build(environment: Environment) {
  // expect: TS2322 Type '4' is not assignable to type 'KeeperSize | undefined'
  new Keeper(environment, 'keeper', { replicas: 4 });
}
