import type { Rule } from '../../checks/rule';
import { containerRules } from './containers';
import { disruptionRules } from './disruption';
import { fieldRules } from './fields';
import { imageRules } from './images';
import { knownRules } from './known';
import { labelRules } from './labels';
import { layoutRules } from './layout';
import { lifecycleRules } from './lifecycle';
import { nameRules } from './names';
import { placementRules } from './placement';
import { podIdentityRules } from './pod-identity';
import { retentionRules } from './retention';
import { serviceRules } from './services';
import { shardRules } from './shards';
import { storageRules } from './storage';
import { templateRules } from './templates';
import { unevenHostRules } from './uneven-hosts';

/** Rules about installations of both kinds. */
export const altinityRules: readonly Rule[] = [
  ...fieldRules,
  ...knownRules,
  ...nameRules,
  ...layoutRules,
  ...shardRules,
  ...unevenHostRules,
  ...templateRules,
  ...storageRules,
  ...retentionRules,
  ...imageRules,
  ...containerRules,
  ...podIdentityRules,
  ...serviceRules,
  ...placementRules,
  ...labelRules,
  ...lifecycleRules,
  ...disruptionRules,
];
