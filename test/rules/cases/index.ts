import type { RuleCase } from '../rule-case';
import { accessCases } from './access';
import { awsCases } from './aws';
import { certificateCases } from './certificates';
import { secretCases, settingCases, userCases } from './clickhouse';
import { clientCases } from './clients';
import { diskCases } from './disks';
import { dnsCases } from './dns';
import { edgeCases } from './edge';
import { fieldCases } from './fields';
import { gitopsCases } from './gitops';
import { keeperCases } from './keeper';
import { layoutCases } from './layout';
import { lifecycleCases } from './lifecycle';
import { loadBalancerCases } from './load-balancers';
import { nameCases } from './names';
import { networkCases } from './network';
import { podCases } from './pods';
import { scheduleCases } from './schedule';
import { serviceCases } from './services';
import { settingNameCases } from './setting-names';
import { sizeCases } from './sizes';
import { storageCases } from './storage';
import { systemLogCases } from './system-logs';
import { templateCases } from './templates';
import { tlsCases } from './tls';
import { unevenHostCases } from './uneven-hosts';

/** Failing and passing pieces of YAML for every rule that judges manifests. */
export const allCases: readonly RuleCase[] = [
  ...fieldCases,
  ...accessCases,
  ...nameCases,
  ...layoutCases,
  ...lifecycleCases,
  ...templateCases,
  ...unevenHostCases,
  ...storageCases,
  ...podCases,
  ...networkCases,
  ...serviceCases,
  ...awsCases,
  ...loadBalancerCases,
  ...clientCases,
  ...dnsCases,
  ...keeperCases,
  ...userCases,
  ...secretCases,
  ...settingCases,
  ...settingNameCases,
  ...systemLogCases,
  ...sizeCases,
  ...diskCases,
  ...tlsCases,
  ...certificateCases,
  ...edgeCases,
  ...scheduleCases,
  ...gitopsCases,
];
