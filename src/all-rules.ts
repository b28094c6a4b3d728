import { engineRules } from './checks/run';
import type { Rule } from './checks/rule';

/** Every rule of the library. */
export const allRules: readonly Rule[] = [...engineRules];
