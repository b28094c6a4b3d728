import { chi, chk, files, type RuleCase } from '../rule-case';

/** A CronJob that says what it stops, starts or saves. */
function job(name: string, schedule: string, mark: string): string {
  const [key = '', value = ''] = mark.split('=');
  const place = key === 'backup-of' ? 'labels' : 'annotations';
  return `
    apiVersion: batch/v1
    kind: CronJob
    metadata:
      name: ${name}
      namespace: analytics
      ${place}:
        anyhouse.dev/${key}: ${value}
    spec:
      schedule: ${schedule}
      timeZone: Europe/Berlin
  `;
}

const events = chi('replicasUseFQDN: "no"');
const stop = (schedule = '0 20 * * 1-5', what = 'ClickHouseInstallation/events') =>
  job('nights-stop', schedule, `stops=${what}`);
const start = (schedule = '0 7 * * 1-5') => job('nights-start', schedule, 'starts=ClickHouseInstallation/events');
const idle = job('nights-idle', '"*/10 * * * *"', 'stops-when-idle=ClickHouseInstallation/events');
const backup = (schedule: string) => job('events-daily-full', schedule, 'backup-of=events');
const withKeeper = 'stops=ClickHouseInstallation/events ClickHouseKeeperInstallation/keeper';
const keeper = chk('configuration: { clusters: [{ name: main, layout: { replicasCount: 1 } }] }');
const onKeeper = (name: string, namespace?: string, host = 'chk-keeper-main-0-0') =>
  chi(`configuration: { zookeeper: { nodes: [{ host: ${host}, port: 2181 }] } }`, name, namespace);

export const scheduleCases: readonly RuleCase[] = [
  {
    rule: 'schedule/owned-field',
    fault: 'the manifest says that it runs',
    bad: files(chi('stop: "no"'), stop(), start()),
    at: ['/spec/stop'],
    good: files(events, stop(), start()),
  },
  {
    rule: 'schedule/owned-field',
    fault: 'the manifest says that it is stopped, and idle is asked for',
    bad: files(chi('stop: "yes"'), idle),
    at: ['/spec/stop'],
    good: files(events, idle),
  },
  {
    rule: 'schedule/missing',
    fault: 'another name',
    bad: files(events, stop('0 20 * * 1-5', 'ClickHouseInstallation/event'), start()),
    at: ['/metadata/annotations/anyhouse.dev~1stops'],
    good: files(events, stop(), start()),
  },
  {
    rule: 'schedule/shared-keeper',
    fault: 'another cluster of the namespace',
    bad: files(
      keeper,
      onKeeper('events'),
      onKeeper('orders'),
      job('nights-stop', '0 20 * * *', withKeeper),
      start('0 7 * * *'),
    ),
    at: ['/metadata/annotations/anyhouse.dev~1stops'],
    good: files(keeper, onKeeper('events'), job('nights-stop', '0 20 * * *', withKeeper), start('0 7 * * *')),
  },
  {
    rule: 'schedule/shared-keeper',
    fault: 'a cluster of another namespace',
    bad: files(
      keeper,
      onKeeper('events'),
      onKeeper('orders', 'shop', 'chk-keeper-main-0-0.analytics.svc.cluster.local'),
      job('nights-stop', '0 20 * * *', withKeeper),
    ),
    at: ['/metadata/annotations/anyhouse.dev~1stops'],
    good: files(keeper, onKeeper('events'), onKeeper('orders', 'shop'), job('nights-stop', '0 20 * * *', withKeeper)),
  },
  {
    rule: 'schedule/backup-in-downtime',
    fault: 'at night, in another zone',
    bad: files(events, stop(), start(), backup('30 2 * * *')),
    at: ['/spec/schedule'],
    good: files(events, stop(), start(), backup('30 12 * * 1-5')),
  },
  {
    rule: 'schedule/backup-in-downtime',
    fault: 'when it starts',
    bad: files(events, stop(), start(), backup('5 7 * * 1-5')),
    at: ['/spec/schedule'],
    good: files(events, stop(), start(), backup('10 7 * * 1-5')),
  },
  {
    rule: 'schedule/contradiction',
    fault: 'the same minute',
    bad: files(events, stop('0 7 * * *'), start('0 7 * * 1')),
    at: ['/spec/schedule'],
    good: files(events, stop('0 20 * * *'), start('0 7 * * 1')),
  },
  {
    rule: 'schedule/contradiction',
    fault: 'nothing starts it',
    bad: files(events, stop()),
    at: ['/spec/schedule'],
    good: files(events, stop(), start()),
  },
  {
    rule: 'schedule/idle-consumer',
    fault: 'Kafka',
    bad: files(chi('configuration: { settings: { kafka/debug: cgrp } }'), idle),
    at: ['/spec/configuration/settings'],
    good: files(chi('configuration: { settings: { kafka/debug: cgrp } }'), stop(), start()),
  },
  {
    rule: 'schedule/query-log',
    fault: 'no log',
    bad: files(chi('configuration: { settings: { query_log: _removed_ } }'), idle),
    at: ['/spec/configuration/settings'],
    good: files(events, idle),
  },
  {
    rule: 'schedule/query-log',
    fault: 'a tenth of the queries',
    bad: files(chi('configuration: { profiles: { app/log_queries_probability: 0.1 } }'), idle),
    at: ['/spec/configuration/profiles/app~1log_queries_probability'],
    good: files(chi('configuration: { profiles: { app/log_queries_probability: 1 } }'), idle),
  },
];
