import { type Environment, Keeper } from 'anyhouse';

export function build(environment: Environment) {
  // expect: TS2322 Type 'number' is not assignable to type '`${number}Ki` | `${number}Mi` | `${number}Gi`
  new Keeper(environment, 'keeper', { resources: { cpu: '1', memory: 4 } });
}
