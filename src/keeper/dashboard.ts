import type { DashboardDefinition } from '../monitoring/dashboards/definition';
import type { Row } from '../monitoring/dashboards/panel';

const chosen = 'job=~"$keeper",pod=~"$member"';

/**
 * Members of Keeper, from their own metrics.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Coordination/KeeperAsynchronousMetrics.cpp
 */
export const keeperDashboard: DashboardDefinition = {
  name: 'keeper',
  title: 'Keeper',
  description: 'Members, quorum, requests and size of Keeper.',
  choice: { name: 'keeper', label: 'Keeper' },
  variables: [{ name: 'member', label: 'Member', metric: 'up{job=~"$keeper"}', of: 'pod' }],
  rows: [members(), requests(), content()],
  overview: (jobs) => ({
    title: 'Keeper',
    panels: [
      {
        type: 'stat',
        title: 'Members that answer',
        description: 'Good: all. Without more than half of them, replicated tables are read-only.',
        width: 6,
        query: { expression: `sum(up{${jobs}})` },
        nothing: 'none',
      },
      {
        type: 'stat',
        title: 'Members that do not',
        description: 'Good: 0. One of three can be missing, but then no other may.',
        width: 6,
        thresholds: { worse: 'higher', critical: 1 },
        query: { expression: `sum(1 - up{${jobs}})` },
        nothing: 'none',
      },
      {
        type: 'stat',
        title: 'Keepers without a leader',
        description: 'Good: 0. Without a leader nothing can be written.',
        width: 6,
        thresholds: { worse: 'higher', critical: 1 },
        query: { expression: `count(sum by (job) (${leaders(jobs)}) == 0) or vector(0)` },
      },
      {
        type: 'stat',
        title: 'Requests that wait',
        description: 'Good: close to 0. Bad: it stays high; then Keeper or its disk is too slow.',
        width: 6,
        thresholds: { worse: 'higher', warning: 10, critical: 100 },
        query: { expression: `max(ClickHouseMetrics_KeeperOutstandingRequests{${jobs}})` },
      },
    ],
  }),
};

/** More than 0 for a member that leads, or that is alone. */
function leaders(matchers: string): string {
  return `ClickHouseAsyncMetrics_KeeperIsLeader{${matchers}} + ClickHouseAsyncMetrics_KeeperIsStandalone{${matchers}}`;
}

function members(): Row {
  const each = (name: string) => `max by (pod) (ClickHouseAsyncMetrics_Keeper${name}{${chosen}})`;
  return {
    title: 'Members',
    panels: [
      {
        type: 'table',
        title: 'Members',
        description:
          'One line for each member, as it is now. Good: one leads, all others follow, and logs are as long.',
        width: 16,
        labels: { pod: 'Member' },
        columns: [
          {
            title: 'State',
            expression: `max by (pod) (up{${chosen}})`,
            thresholds: { worse: 'lower', critical: 1 },
            words: { 0: 'down', 1: 'up' },
          },
          { title: 'Leads', expression: each('IsLeader'), words: { 0: 'no', 1: 'yes' } },
          { title: 'Last log', expression: each('LastLogIdx'), unit: 'none' },
          { title: 'Committed', expression: each('LastCommittedLogIdx'), unit: 'none' },
        ],
      },
      {
        type: 'timeseries',
        title: 'Followers of the leader',
        description: 'Good: one less than members, and all in step. Bad: fewer in step than followers.',
        width: 8,
        queries: [
          {
            expression: `max by (job) (ClickHouseAsyncMetrics_KeeperFollowers{${chosen}})`,
            legend: '{{job}} followers',
          },
          {
            expression: `max by (job) (ClickHouseAsyncMetrics_KeeperSyncedFollowers{${chosen}})`,
            legend: '{{job}} in step',
          },
        ],
      },
    ],
  };
}

function requests(): Row {
  const rate = (event: string) => `rate(ClickHouseProfileEvents_Keeper${event}{${chosen}}[$__rate_interval])`;
  return {
    title: 'Requests',
    panels: [
      {
        type: 'timeseries',
        title: 'Requests',
        description: 'In each second. What is usual is good. Inserts into replicated tables make some each.',
        width: 6,
        unit: 'ops',
        queries: [{ expression: rate('RequestTotal'), legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'Requests that wait',
        description: 'Good: close to 0. Bad: it stays high; then Keeper or its disk is too slow.',
        width: 6,
        thresholds: { worse: 'higher', warning: 10, critical: 100 },
        queries: [{ expression: `ClickHouseMetrics_KeeperOutstandingRequests{${chosen}}`, legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'Time of a request',
        description: 'On average. Good: some milliseconds. A slow disk makes it rise, and inserts wait for it.',
        width: 6,
        unit: 'ms',
        thresholds: { worse: 'higher', critical: 100 },
        queries: [
          { expression: `${rate('TotalElapsedMicroseconds')} / ${rate('RequestTotal')} / 1000`, legend: '{{pod}}' },
        ],
      },
      {
        type: 'timeseries',
        title: 'Connections',
        description: 'Of servers. Bad: they jump to and fro, which means that sessions break.',
        width: 6,
        queries: [{ expression: `ClickHouseMetrics_KeeperAliveConnections{${chosen}}`, legend: '{{pod}}' }],
      },
    ],
  };
}

function content(): Row {
  return {
    title: 'Content',
    panels: [
      {
        type: 'timeseries',
        title: 'Nodes',
        description: 'Entries that Keeper holds. Good: steady. It grows with parts and tables; all of it is in memory.',
        width: 8,
        queries: [{ expression: `ClickHouseAsyncMetrics_KeeperZnodeCount{${chosen}}`, legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'Size',
        description: 'Of the content, in memory. Bad: close to the limit of the pod, which is then killed.',
        width: 8,
        unit: 'bytes',
        queries: [{ expression: `ClickHouseAsyncMetrics_KeeperApproximateDataSize{${chosen}}`, legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'Elections',
        description: 'Term of the leader. Good: flat. Each step is an election, during which nothing can be written.',
        width: 8,
        queries: [{ expression: `ClickHouseAsyncMetrics_KeeperLastLogTerm{${chosen}}`, legend: '{{pod}}' }],
      },
    ],
  };
}
