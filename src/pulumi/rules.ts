import type { Rule } from '../checks/rule';
import { cdk8sAppRules } from './bridge/rules';
import { clusterRules } from './clusters/rules';
import { eksClusterRules } from './eks/rules';
import { gkeClusterRules } from './gke/rules';
import { localClusterRules } from './minikube/rules';
import { operatorReleaseRules } from './operator/rules';

/** Rules of `anyhouse/pulumi`. Arguments enforce them: none judges manifests. */
export const pulumiRules: readonly Rule[] = [
  ...cdk8sAppRules,
  ...clusterRules,
  ...eksClusterRules,
  ...gkeClusterRules,
  ...localClusterRules,
  ...operatorReleaseRules,
];
