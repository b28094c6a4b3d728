import { accessRules } from './access/rules';
import { altinityRules } from './altinity/rules';
import { restoreRules } from './backup/restore/rules';
import { backupRules } from './backup/rules';
import type { Rule } from './checks/rule';
import { objectRules } from './checks/rules';
import { engineRules } from './checks/run';
import { clickhouseRules } from './clickhouse/rules';
import { edgeRules } from './edge/rules';
import { environmentRules } from './environment/rules';
import { gitopsRules } from './gitops/rules';
import { keeperRules } from './keeper/rules';
import { monitoringRules } from './monitoring/rules';
import { platformRules } from './platform/rules';
import { scheduleRules } from './schedule/rules';
import { serviceRules } from './services/rules';

/** Every rule of the library, room by room. Rules without a check are enforced by props. */
export const allRules: readonly Rule[] = [
  ...objectRules,
  ...altinityRules,
  ...platformRules,
  ...monitoringRules,
  ...serviceRules,
  ...environmentRules,
  ...keeperRules,
  ...clickhouseRules,
  ...edgeRules,
  ...accessRules,
  ...backupRules,
  ...restoreRules,
  ...scheduleRules,
  ...gitopsRules,
  ...engineRules,
];
