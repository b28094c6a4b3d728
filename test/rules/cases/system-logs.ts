import { chi, type RuleCase } from '../rule-case';

const settings = (entries: string) => chi(`configuration: { settings: { ${entries} } }`);
const setting = (key: string) => `/spec/configuration/settings/${key.replaceAll('/', '~1')}`;

export const systemLogCases: readonly RuleCase[] = [
  {
    rule: 'settings/log-engine',
    fault: 'an engine, and beside it what belongs into it',
    bad: settings('metric_log/engine: ENGINE = Null, metric_log/ttl: event_date, metric_log/order_by: event_date'),
    at: [setting('metric_log/ttl'), setting('metric_log/order_by')],
    good: settings('metric_log/engine: ENGINE = Null, metric_log/ttl: _removed_, part_log/engine: ENGINE = Null'),
  },
  {
    rule: 'settings/log-engine',
    fault: 'a TTL for logs that already have an engine',
    bad: settings('query_log/ttl: event_date, opentelemetry_span_log/ttl: finish_date, error_log/ttl: event_date'),
    at: [setting('query_log/ttl'), setting('opentelemetry_span_log/ttl')],
    good: settings(
      'query_log/ttl: event_date, query_log/engine: _removed_, trace_log: _removed_, trace_log/ttl: event_date',
    ),
  },
  {
    rule: 'settings/log-engine',
    fault: 'a TTL of one cluster beside an engine of all',
    bad: chi(`
      configuration:
        settings: { error_log/engine: ENGINE = Null }
        clusters: [{ name: main, settings: { error_log/ttl: event_date } }]
    `),
    at: ['/spec/configuration/clusters/0/settings/error_log~1ttl'],
    good: chi(`
      configuration:
        settings: { error_log/engine: ENGINE = Null }
        clusters: [{ name: main, settings: { error_log/ttl: event_date, error_log/engine: _removed_ } }]
    `),
  },
];
