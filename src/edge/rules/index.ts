import type { Rule } from '../../checks/rule';
import { edgeAlertRules } from '../alert-rules';
import { dataRules } from './data';
import { forwardingRules } from './forwarding';
import { propRules } from './props';
import { serverRules } from './servers';

/** Rules about gateways. */
export const edgeRules: readonly Rule[] = [
  ...serverRules,
  ...forwardingRules,
  ...propRules,
  ...dataRules,
  ...edgeAlertRules,
];
