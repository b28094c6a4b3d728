import type { Rule } from '../../checks/rule';
import { fileRules } from './files';
import { passwordRules } from './passwords';
import { propRules } from './props';
import { replicationRules } from './replication';
import { secretRules } from './secrets';
import { settingLevelRules } from './setting-levels';
import { settingNameRules } from './setting-names';
import { settingRules } from './settings';
import { sharedKeeperRules } from './shared-keeper';
import { sizeRules } from './sizes';
import { diskRules } from './storage';
import { systemLogRules } from './system-logs';
import { tlsRules } from './tls';
import { tlsSettingRules } from './tls-settings';
import { userRules } from './users';

/** Rules about ClickHouse. */
export const clickhouseRules: readonly Rule[] = [
  ...replicationRules,
  ...sharedKeeperRules,
  ...userRules,
  ...passwordRules,
  ...secretRules,
  ...tlsRules,
  ...tlsSettingRules,
  ...settingRules,
  ...settingNameRules,
  ...systemLogRules,
  ...settingLevelRules,
  ...fileRules,
  ...sizeRules,
  ...diskRules,
  ...propRules,
];
