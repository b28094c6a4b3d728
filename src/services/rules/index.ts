import type { Rule } from '../../checks/rule';
import { certificateRules } from './certificates';
import { issuerRules } from './issuers';
import { operatorRules } from './operator';
import { storageClassRules } from './storage-class';
import { volumeAttributeRules } from './volume-attributes';

/** Rules about what a Kubernetes cluster has once. */
export const serviceRules: readonly Rule[] = [
  ...operatorRules,
  ...storageClassRules,
  ...volumeAttributeRules,
  ...issuerRules,
  ...certificateRules,
];
