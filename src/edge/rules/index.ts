import type { Rule } from '../../checks/rule';
import { dataRules } from './data';
import { forwardingRules } from './forwarding';
import { propRules } from './props';
import { serverRules } from './servers';

/** Rules about gateways. */
export const edgeRules: readonly Rule[] = [...serverRules, ...forwardingRules, ...propRules, ...dataRules];
