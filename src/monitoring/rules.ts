import type { Rule } from '../checks/rule';

/** Rules that props about monitoring enforce. */
export const monitoringRules: readonly Rule[] = [
  {
    id: 'monitoring/thresholds',
    severity: 'error',
    title: 'An alert raises a warning before it is critical',
    why: 'A critical alert that comes first, or together with the warning, wakes somebody up for what could have waited.',
    fix: 'write certificateDays: { warning: 14, critical: 3 }, or diskUsed: { warning: 0.8, critical: 0.9 }.',
    source: 'design of this library',
  },
  {
    id: 'monitoring/endpoint',
    severity: 'error',
    title: 'Metrics of servers and members of Keeper are where Prometheus looks for them',
    why: 'Moved elsewhere, they would be seen by nobody, and no alert would be raised.',
    fix: 'leave prometheus.port, prometheus.endpoint and prometheus.errors out of settings.',
    source: 'ClickHouse, server configuration: prometheus',
  },
];
