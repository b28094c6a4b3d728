import { type Environment, Keeper, type Transform } from 'anyhouse';

export function build(environment: Environment, change: Transform) {
  // expect: TS2353 'service' does not exist in type
  new Keeper(environment, 'keeper', { transform: { service: change } });
}
