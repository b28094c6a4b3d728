import { altinityRules } from './altinity/rules';
import { backupRules } from './backup/rules';
import { restoreRules } from './backup/restore/rules';
import type { Rule } from './checks/rule';
import { objectRules } from './checks/rules';
import { engineRules } from './checks/run';
import { clickhouseRules } from './clickhouse/rules';
import { edgeRules } from './edge/rules';
import { environmentRules } from './environment/rules';
import { keeperRules } from './keeper/rules';
import { platformRules } from './platform/rules';
import { serviceRules } from './services/rules';

/** Every rule of the library, room by room. Rules without a check are enforced by props. */
export const allRules: readonly Rule[] = [
  ...objectRules,
  ...altinityRules,
  ...platformRules,
  ...serviceRules,
  ...environmentRules,
  ...keeperRules,
  ...clickhouseRules,
  ...edgeRules,
  ...backupRules,
  ...restoreRules,
  ...engineRules,
];
