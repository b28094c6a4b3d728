import type { Rule } from '../checks/rule';
import { cdk8sAppRules } from './bridge/rules';

/** Rules of `anyhouse/pulumi`. Arguments enforce them: none judges manifests. */
export const pulumiRules: readonly Rule[] = [...cdk8sAppRules];
