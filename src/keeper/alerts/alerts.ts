import type { Alert } from '../../monitoring/alert';
import { podAlerts, wantedPods } from '../../monitoring/pod-alerts';
import type { ResolvedKeeperAlerts } from './options';

/** What the alerts of one quorum are about. */
export interface AlertedKeeper {
  readonly name: string;
  readonly namespace: string;
  /** Label `job` of its metrics, which no other one has: `analytics/keeper-keeper`. */
  readonly job: string;
  /** How many members it has. */
  readonly members: number;
  readonly thresholds: ResolvedKeeperAlerts;
}

/** An alert of this room. */
type KeeperAlert = Omit<Alert, 'runbook'>;

/**
 * Alerts of one quorum, from the metrics that its members have themselves.
 * @see https://github.com/Altinity/clickhouse-operator/blob/0.26.0/deploy/prometheus/prometheus-alert-rules-chkeeper.yaml
 */
export function keeperAlerts(keeper: AlertedKeeper): readonly Alert[] {
  return [...quorumAlerts(keeper), ...memberAlerts(keeper)].map((alert) => ({ ...alert, runbook: 'keeper' }));
}

function quorumAlerts({ name, namespace, job, members, thresholds }: AlertedKeeper): readonly KeeperAlert[] {
  const { startMinutes, stateMetrics } = thresholds;
  const title = `Keeper ${namespace}/${name}`;
  // The operator calls them so, and `main` is the name of the only cluster of each installation of ours.
  const statefulSets = `chk-${name}-main-[0-9]+-[0-9]+`;
  const up = `up{job="${job}"}`;
  const wanted = `sum(${wantedPods({ namespace, statefulSets })})`;
  const lost = {
    'kube-state-metrics': `${wanted} > 0 unless on () (sum(${up}) * 2 > ${wanted})`,
    none: `sum(${up}) * 2 <= ${members} or absent(${up})`,
  };
  return [
    {
      name: 'KeeperQuorumLost',
      expression: lost[stateMetrics],
      for: `${startMinutes}m`,
      severity: 'critical',
      summary: `Half of the members of ${title} or more do not answer.`,
      description:
        'Replicated tables of all clusters that use it take no inserts, or Prometheus does not reach its pods.',
    },
    {
      name: 'KeeperNoLeader',
      expression: `max({__name__=~"ClickHouseAsyncMetrics_Keeper(IsLeader|IsStandalone)",job="${job}"}) == 0`,
      // Members of a new quorum, or of one that was stopped, wait for each other while nodes are made.
      for: `${startMinutes}m`,
      severity: 'critical',
      summary: `${title} has no leader.`,
      description: 'Its members answer and do not agree. Replicated tables take no inserts.',
    },
    {
      name: 'KeeperMemberDown',
      expression: `max by (pod) (${up}) == 0`,
      for: `${startMinutes}m`,
      severity: 'warning',
      summary: `Member {{ $labels.pod }} of ${title} does not answer.`,
      description: 'The others go on without it. One more failure may be one too many.',
    },
    ...podAlerts({
      ...{ prefix: 'Keeper', runbook: 'keeper', title, namespace, statefulSets, startMinutes, stateMetrics },
    }),
  ];
}

function memberAlerts({ name, namespace, job, thresholds }: AlertedKeeper): readonly KeeperAlert[] {
  const member = `Member {{ $labels.pod }} of Keeper ${namespace}/${name}`;
  const rate = (event: string) => `rate(ClickHouseProfileEvents_${event}{job="${job}"}[5m])`;
  const failed = (event: string) => `increase(ClickHouseProfileEvents_${event}{job="${job}"}[15m])`;
  const files = (what: string) => `ClickHouseAsyncMetrics_Keeper${what}FileDescriptorCount{job="${job}"}`;
  return [
    {
      name: 'KeeperLatencyHigh',
      expression: `max by (pod) (${rate('KeeperTotalElapsedMicroseconds')} / ${rate('KeeperRequestTotal')}) / 1000 > ${thresholds.latencyMilliseconds}`,
      for: '15m',
      severity: 'warning',
      summary: `${member} takes {{ $value | printf "%.0f" }} ms for a request.`,
      description:
        'Inserts into replicated tables wait for it. Usually its disk is slow, or it has too little processor.',
    },
    {
      name: 'KeeperRequestsWaiting',
      expression: `max by (pod) (ClickHouseMetrics_KeeperOutstandingRequests{job="${job}"}) > ${thresholds.outstandingRequests}`,
      for: '10m',
      severity: 'warning',
      summary: `${member} has {{ $value }} requests that wait.`,
      description: 'It gets more requests than it can answer. Sessions of servers end when this goes on.',
    },
    {
      name: 'KeeperSnapshotsFail',
      expression: `max by (pod) (${failed('KeeperSnapshotCreationsFailed')} + ${failed('KeeperSnapshotApplysFailed')}) > 0`,
      for: '1m',
      severity: 'warning',
      summary: `${member} cannot make or apply a snapshot.`,
      description: 'Its log grows until the disk is full, or it cannot catch up with the others.',
    },
    {
      name: 'KeeperCommitsFail',
      expression: `max by (pod) (${failed('KeeperCommitsFailed')}) > 0`,
      for: '1m',
      severity: 'critical',
      summary: `${member} cannot commit what the quorum has agreed on.`,
      description: 'Its state may differ from that of the others.',
    },
    {
      name: 'KeeperFilesNearLimit',
      expression: `max by (pod) (${files('Open')} / (${files('Max')} > 0)) > ${thresholds.filesUsed}`,
      for: '10m',
      severity: 'warning',
      summary: `${member} has {{ $value | humanizePercentage }} of its files and connections open.`,
      description: 'When all are in use, it takes no further clients.',
    },
  ];
}
