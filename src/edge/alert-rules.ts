import type { Rule } from '../checks/rule';

/** Rules about when alerts of an edge are raised. */
export const edgeAlertRules: readonly Rule[] = [
  {
    id: 'edge/alerts',
    severity: 'error',
    title: 'A certificate raises a warning before it is critical',
    why: 'A critical alert that comes first, or together with the warning, wakes somebody up for what could have waited.',
    fix: 'write certificateDays: { warning: 14, critical: 3 }.',
    source: 'design of this library',
  },
];
