import type { IConstruct } from 'constructs';
import type { Manifest } from '../kubernetes/manifest';
import { type Check, line, mapOf, trusted } from '../kubernetes/shape';

/**
 * Rules to silence, with the reason: `{ 'images/known-bad': 'patched build, ticket OPS-12' }`.
 * Errors are silenced on the construct they concern, warnings also on its environment. Reports print the reason.
 */
export type Acknowledge = Readonly<Record<string, string>>;

/** Checks of {@link Acknowledge}; whether the rules exist is judged at synthesis. */
export const acknowledge: Check = mapOf(trusted, line);

/** Method by which an environment takes the acknowledgements of objects inside it: their rooms cannot see its class. */
export const acknowledgeSymbol = Symbol.for('anyhouse.acknowledge');

/** Passes acknowledgements of an object to the environment around it; false where there is none. */
export function acknowledgeInEnvironment(construct: IConstruct, entries: Acknowledge, object: Manifest): boolean {
  const scopes = construct.node.scopes as readonly (IConstruct & Partial<Acknowledges>)[];
  const environment = scopes.find((scope) => scope[acknowledgeSymbol] !== undefined);
  environment?.[acknowledgeSymbol]?.(entries, object);
  return environment !== undefined;
}

interface Acknowledges {
  readonly [acknowledgeSymbol]: (entries: Acknowledge, object: Manifest) => void;
}
