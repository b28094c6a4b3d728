import type { Rule } from '../../checks/rule';
import { propRules } from './props';
import { secretMakerRules } from './secrets';

/** Rules about credentials. */
export const accessRules: readonly Rule[] = [...secretMakerRules, ...propRules];
