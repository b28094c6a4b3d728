import type { Rule } from '../checks/rule';
import { cdk8sAppRules } from './bridge/rules';
import { localClusterRules } from './minikube/rules';
import { operatorReleaseRules } from './operator/rules';

/** Rules of `anyhouse/pulumi`. Arguments enforce them: none judges manifests. */
export const pulumiRules: readonly Rule[] = [...cdk8sAppRules, ...localClusterRules, ...operatorReleaseRules];
