import { type Check, line, mapOf, trusted } from '../kubernetes/shape';

/**
 * Rules to silence, with the reason: `{ 'images/known-bad': 'patched build, ticket OPS-12' }`.
 * Errors are silenced on the construct they concern, warnings also on its environment. Reports print the reason.
 */
export type Acknowledge = Readonly<Record<string, string>>;

/** Checks of {@link Acknowledge}; whether the rules exist is judged at synthesis. */
export const acknowledge: Check = mapOf(trusted, line);
