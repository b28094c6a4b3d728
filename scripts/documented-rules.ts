import { allRules } from '../src/all-rules';
import type { Rule } from '../src/checks/rule';
import { pulumiRules } from '../src/pulumi/rules';

/** Every rule that a user can meet: those that a synthesis runs, and those of parts that are loaded apart. */
export const documentedRules: readonly Rule[] = [...allRules, ...pulumiRules];
