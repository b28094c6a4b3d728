import { imageLike } from '../altinity/images';
import { acknowledge } from '../checks/acknowledge';
import { ClickHouseCluster } from '../clickhouse/clickhouse-cluster';
import { cron, timeZone } from '../kubernetes/cron';
import { record } from '../kubernetes/manifest';
import { isDnsLabel } from '../kubernetes/names';
import { type Check, callback, leaf, line, listOf, required, shape, wholeNumber } from '../kubernetes/shape';
import type { IdleOptions, UptimeScheduleProps } from './options';

/** kubectl, unless told otherwise. The image has no shell: kubectl is its entrypoint. */
export const kubectlImage = 'registry.k8s.io/kubectl:v1.36.3';

const cluster: Check = leaf((value) => ClickHouseCluster.isClickHouseCluster(value), {
  rule: 'schedule/clusters',
  must: 'be a ClickHouseCluster',
  fix: "create it first: const events = new ClickHouseCluster(environment, 'events', { ... }).",
});

const keeper: Check = leaf((value) => typeof record(value).name === 'string' && Array.isArray(record(value).hosts), {
  rule: 'schedule/keepers',
  must: 'be a Keeper of this program',
  fix: "create it first: const keeper = new Keeper(environment, 'keeper').",
});

/** Checks of {@link UptimeScheduleProps}. */
export const scheduleProps: Check = shape<UptimeScheduleProps>({
  // The longest of its CronJobs adds 6 characters, and Kubernetes 11 more for each Job.
  name: leaf((value) => typeof value === 'string' && isDnsLabel(value) && value.length <= 40, {
    rule: 'names/invalid',
    must: 'be lower case letters, digits and "-", at most 40',
    fix: "write a name such as 'nights'.",
    decides: 'names',
  }),
  clusters: required(
    listOf(cluster, {
      least: 1,
      rule: 'schedule/clusters',
      must: 'list at least one cluster',
      fix: 'write clusters: [events].',
    }),
    { must: 'say what is stopped and started', fix: 'write clusters: [events].' },
  ),
  keepers: listOf(keeper),
  up: cron,
  down: cron,
  timeZone: required(timeZone, { must: 'say where the clock hangs', fix: "write timeZone: 'Europe/Berlin'." }),
  idle: shape<IdleOptions>({
    minutes: wholeNumber(5, 1440),
    check: cron,
    ignoreUsers: listOf(line),
  }),
  timeoutMinutes: wholeNumber(5, 720),
  image: imageLike(kubectlImage),
  transform: shape({ stop: callback, start: callback, idle: callback, policy: callback }),
  acknowledge,
});
