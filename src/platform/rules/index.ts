import type { Rule } from '../../checks/rule';
import { awsRules } from './aws';
import { azureRules } from './azure';
import { bareMetalRules } from './bare-metal';
import { clientRules } from './clients';
import { dnsRules } from './dns';
import { exposureRules } from './exposure';
import { gkeRules } from './gke';
import { openStackRules } from './openstack';
import { placeRules } from './platforms';

/** Rules about platforms and their load balancers. */
export const platformRules: readonly Rule[] = [
  ...placeRules,
  ...exposureRules,
  ...clientRules,
  ...dnsRules,
  ...awsRules,
  ...gkeRules,
  ...azureRules,
  ...openStackRules,
  ...bareMetalRules,
];
