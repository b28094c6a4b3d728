import type { Row } from '../monitoring/dashboards/panel';
import { diskShare, event, metric } from './dashboard-metrics';

/** Rows about servers and what they run on. */
export function serverRows(chosen: string): readonly Row[] {
  return [servers(chosen), resources(chosen), replication(chosen)];
}

function servers(chosen: string): Row {
  const each = (expression: string) => `max by (pod) (${expression})`;
  return {
    title: 'Servers',
    panels: [
      {
        type: 'table',
        title: 'Servers',
        description:
          'One line for each server, as it is now. Red is bad. A server that is down has only the first value.',
        width: 24,
        labels: { pod: 'Server' },
        columns: [
          {
            title: 'State',
            expression: each(`up{${chosen}}`),
            thresholds: { worse: 'lower', critical: 1 },
            words: { 0: 'down', 1: 'up' },
          },
          { title: 'Running for', expression: each(metric('AsyncMetrics', 'Uptime', chosen)), unit: 's' },
          {
            title: 'Fullest disk',
            expression: `max by (pod) (${diskShare(chosen)})`,
            unit: 'percentunit',
            thresholds: { worse: 'higher', warning: 0.8, critical: 0.9 },
          },
          { title: 'Memory', expression: each(metric('AsyncMetrics', 'MemoryResident', chosen)), unit: 'bytes' },
          {
            title: 'Behind',
            expression: each(metric('AsyncMetrics', 'ReplicasMaxAbsoluteDelay', chosen)),
            unit: 's',
            thresholds: { worse: 'higher', warning: 60, critical: 300 },
          },
          {
            title: 'Read-only tables',
            expression: each(metric('Metrics', 'ReadonlyReplica', chosen)),
            thresholds: { worse: 'higher', critical: 1 },
          },
        ],
      },
    ],
  };
}

function resources(chosen: string): Row {
  return {
    title: 'Disk, memory, processor',
    panels: [
      {
        type: 'timeseries',
        title: 'Disk used',
        description: 'Share of each disk. Good: below 80%. Bad: it grows without end; a full disk stops inserts.',
        width: 8,
        unit: 'percentunit',
        most: 1,
        thresholds: { worse: 'higher', warning: 0.8, critical: 0.9 },
        queries: [{ expression: diskShare(chosen), legend: '{{pod}} {{disk}}' }],
      },
      {
        type: 'timeseries',
        title: 'Memory',
        description: 'What the process holds. Bad: close to the limit of the pod, which is then killed.',
        width: 8,
        unit: 'bytes',
        queries: [{ expression: metric('AsyncMetrics', 'MemoryResident', chosen), legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'Processor',
        description: 'Cores in use by queries and merges. At the limit of the pod everything takes longer.',
        width: 8,
        queries: [{ expression: `${event('OSCPUVirtualTimeMicroseconds', chosen)} / 1e6`, legend: '{{pod}}' }],
      },
    ],
  };
}

function replication(chosen: string): Row {
  return {
    title: 'Replication',
    panels: [
      {
        type: 'timeseries',
        title: 'Behind',
        description: 'Age of the oldest change that a replica lacks. Good: seconds. Bad: it grows.',
        width: 8,
        unit: 's',
        thresholds: { worse: 'higher', warning: 60, critical: 300 },
        queries: [{ expression: metric('AsyncMetrics', 'ReplicasMaxAbsoluteDelay', chosen), legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'Waiting in queues',
        description: 'Parts to fetch and merges to do, of all tables. Good: it comes back to almost none.',
        width: 8,
        queries: [{ expression: metric('AsyncMetrics', 'ReplicasSumQueueSize', chosen), legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'Lost connections to Keeper',
        description: 'In each second. Good: 0. Each one makes replicated tables read-only for a moment.',
        width: 8,
        unit: 'ops',
        queries: [{ expression: event('ZooKeeperHardwareExceptions', chosen), legend: '{{pod}}' }],
      },
    ],
  };
}
