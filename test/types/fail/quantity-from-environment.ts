import { type Environment, Keeper } from 'anyhouse';

export function build(environment: Environment, size: string) {
  // expect: TS2322 Type 'string' is not assignable to type '`${number}Ki` | `${number}Mi` | `${number}Gi`
  new Keeper(environment, 'keeper', { storage: size });
}
