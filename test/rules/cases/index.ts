import type { RuleCase } from '../rule-case';
import { secretCases, settingCases, userCases } from './clickhouse';
import { diskCases } from './disks';
import { fieldCases } from './fields';
import { keeperCases } from './keeper';
import { layoutCases } from './layout';
import { nameCases } from './names';
import { networkCases } from './network';
import { podCases } from './pods';
import { serviceCases } from './services';
import { sizeCases } from './sizes';
import { storageCases } from './storage';
import { templateCases } from './templates';

/** Failing and passing pieces of YAML for every rule that judges manifests. */
export const allCases: readonly RuleCase[] = [
  ...fieldCases,
  ...nameCases,
  ...layoutCases,
  ...templateCases,
  ...storageCases,
  ...podCases,
  ...networkCases,
  ...serviceCases,
  ...keeperCases,
  ...userCases,
  ...secretCases,
  ...settingCases,
  ...sizeCases,
  ...diskCases,
];
