import { switchedOn } from './switched-on';

/*
 * The same judgement as the scripts for Argo CD, in CEL. What is neither failed nor current is in progress. `has` cannot
 * ask for `status` itself: without one, the expression fails, and Flux waits.
 * Source: fluxcd/pkg, runtime/cel/status_evaluator.go; RFC 0009 of Flux.
 */

const suspended = `(has(spec.suspend) && string(spec.suspend) in [${switchedOn.map((word) => `'${word}'`).join(', ')}])`;

const failed = `has(status.status) && status.status == 'Aborted' && !${suspended}`;

const current = [
  "has(status.status) && status.status == 'Completed'",
  `!${suspended}`,
  '!has(metadata.deletionTimestamp)',
  // After an edit, the status still says Completed, of the version before. Where there is a taskID, it tells.
  '(!has(spec.taskID) || (has(status.taskIDsCompleted) && size(status.taskIDsCompleted) > 0 && status.taskIDsCompleted[0] == spec.taskID))',
].join(' && ');

/** Health of ClickHouse and Keeper installations, for `healthCheckExprs` of a Kustomization. */
export const healthExpressions = [
  { apiVersion: 'clickhouse.altinity.com/v1', kind: 'ClickHouseInstallation', failed, current },
  { apiVersion: 'clickhouse-keeper.altinity.com/v1', kind: 'ClickHouseKeeperInstallation', failed, current },
] as const;
