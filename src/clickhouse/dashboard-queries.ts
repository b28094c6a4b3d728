import type { Row } from '../monitoring/dashboards/panel';
import { event, metric } from './dashboard-metrics';

/** Rows about what clients do. */
export function queryRows(chosen: string): readonly Row[] {
  return [queries(chosen), inserts(chosen), merges(chosen)];
}

function queries(chosen: string): Row {
  return {
    title: 'Queries',
    panels: [
      {
        type: 'timeseries',
        title: 'Queries',
        description: 'In each second, of all chosen servers. A sudden end means that clients cannot connect.',
        width: 6,
        unit: 'ops',
        queries: [
          { expression: `sum(${event('SelectQuery', chosen)})`, legend: 'SELECT' },
          { expression: `sum(${event('InsertQuery', chosen)})`, legend: 'INSERT' },
        ],
      },
      {
        type: 'timeseries',
        title: 'Failed queries',
        description: 'In each second. Good: close to 0. Also those with faults of their own, such as a wrong name.',
        width: 6,
        unit: 'ops',
        queries: [{ expression: event('FailedQuery', chosen), legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'Time of a query',
        description: 'On average. Good: as usual. It rises when disk, memory or processor are busy.',
        width: 6,
        unit: 's',
        queries: [
          {
            expression: `${event('QueryTimeMicroseconds', chosen)} / ${event('Query', chosen)} / 1e6`,
            legend: '{{pod}}',
          },
        ],
      },
      {
        type: 'timeseries',
        title: 'Running queries',
        description: 'At a time. Bad: it only grows; then queries wait for each other.',
        width: 6,
        queries: [{ expression: metric('Metrics', 'Query', chosen), legend: '{{pod}}' }],
      },
    ],
  };
}

function inserts(chosen: string): Row {
  return {
    title: 'Inserts',
    panels: [
      {
        type: 'timeseries',
        title: 'Rows inserted',
        description: 'In each second. Replicas that fetch parts from others do not count.',
        width: 8,
        unit: 'rowsps',
        queries: [{ expression: event('InsertedRows', chosen), legend: '{{pod}}' }],
      },
      {
        type: 'timeseries',
        title: 'Inserts held up',
        description: 'In each second. Good: 0. Inserts are delayed, then refused, when a table has too many parts.',
        width: 8,
        unit: 'ops',
        queries: [
          { expression: event('DelayedInserts', chosen), legend: '{{pod}} delayed' },
          { expression: event('RejectedInserts', chosen), legend: '{{pod}} refused' },
        ],
      },
      {
        type: 'timeseries',
        title: 'Parts in a partition',
        description: 'Of the worst partition. Good: below 300. Inserts are delayed from 1000 on, refused from 3000.',
        width: 8,
        thresholds: { worse: 'higher', warning: 1000, critical: 3000 },
        queries: [{ expression: metric('AsyncMetrics', 'MaxPartCountForPartition', chosen), legend: '{{pod}}' }],
      },
    ],
  };
}

function merges(chosen: string): Row {
  return {
    title: 'Background',
    panels: [
      {
        type: 'timeseries',
        title: 'Merges and mutations',
        description: 'Running now. All servers busy for hours: too many small inserts, or a large mutation.',
        width: 12,
        queries: [
          { expression: metric('Metrics', 'Merge', chosen), legend: '{{pod}} merges' },
          { expression: metric('Metrics', 'PartMutation', chosen), legend: '{{pod}} mutations' },
        ],
      },
      {
        type: 'timeseries',
        title: 'Connections',
        description: 'Of clients. Bad: close to max_connections, 4096 by default; further ones are refused.',
        width: 12,
        queries: [
          { expression: metric('Metrics', 'TCPConnection', chosen), legend: '{{pod}} native' },
          { expression: metric('Metrics', 'HTTPConnection', chosen), legend: '{{pod}} HTTP' },
        ],
      },
    ],
  };
}
