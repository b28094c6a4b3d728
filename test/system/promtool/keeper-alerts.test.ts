import fc from 'fast-check';
import { keeperAlerts } from '../../../src/keeper/alerts/alerts';
import { type KeeperAlertOptions, resolveKeeperAlerts } from '../../../src/keeper/alerts/options';
import { keeperAlerts as randomAlerts } from '../../support/random-alerts';
import { type AlertCase, raisedBy, type Series, testAlerts } from './alert-cases';
import { podMetric, rulesOf, stateOf, waiting } from './metrics';
import { checkRules, testRules } from './promtool';

const job = 'analytics/keeper-keeper';
const labels = { namespace: 'analytics', keeper: 'keeper' };
const rules = (given?: KeeperAlertOptions) =>
  rulesOf(
    keeperAlerts({ name: 'keeper', namespace: 'analytics', job, members: 3, thresholds: resolveKeeperAlerts(given) }),
    labels,
  );

const podOf = (member: number) => `chk-keeper-main-0-${member}-0`;
const metric = (name: string, member = 0) => podMetric(`ClickHouse${name}`, job, podOf(member));
const wanted = (member: number) => stateOf('kube_statefulset_replicas', `chk-keeper-main-0-${member}`);
const ready = stateOf('kube_statefulset_status_replicas_ready', 'chk-keeper-main-0-0');
const up = (member: number) => podMetric('up', job, podOf(member));
const three = (one: (member: number) => string, values: readonly string[]): Series =>
  Object.fromEntries(values.map((value, member) => [one(member), value]));
const all = three(wanted, ['1x200', '1x200', '1x200']);
const leader = (values: readonly string[]) => three((member) => metric('AsyncMetrics_KeeperIsLeader', member), values);
const requests = { [metric('ProfileEvents_KeeperRequestTotal')]: '0+100x100' };
const elapsed = metric('ProfileEvents_KeeperTotalElapsedMicroseconds');
const files = (open: number): Series => ({
  [metric('AsyncMetrics_KeeperOpenFileDescriptorCount')]: `${open}x60`,
  [metric('AsyncMetrics_KeeperMaxFileDescriptorCount')]: '1000x60',
});

const pod = podOf(0);
const member = `Member ${pod} of Keeper analytics/keeper`;
const lost = 'Half of the members of Keeper analytics/keeper or more do not answer.';
// biome-ignore format: one case a line is easier to read
const cases: readonly AlertCase[] = [
  { alert: 'KeeperQuorumLost', severity: 'critical', firing: { ...all, ...three(up, ['1x60', '0x60', '0x60']) }, quiet: { ...all, ...three(up, ['1x60', '1x60', '0x60']) }, after: ['4m', '6m'], summary: lost },
  { alert: 'KeeperQuorumLost', severity: 'critical', firing: all, quiet: three(wanted, ['0x60', '0x60', '0x60']), after: ['4m', '6m'], summary: lost },
  { alert: 'KeeperNoLeader', severity: 'critical', firing: leader(['0x60', '0x60', '0x60']), quiet: leader(['0x60', '1x60', '0x60']), after: ['4m', '6m'], summary: 'Keeper analytics/keeper has no leader.' },
  { alert: 'KeeperNoLeader', severity: 'critical', firing: leader(['0x60']), quiet: { ...leader(['0x60']), [metric('AsyncMetrics_KeeperIsStandalone')]: '1x60' }, after: ['4m', '6m'], summary: 'Keeper analytics/keeper has no leader.' },
  { alert: 'KeeperMemberDown', severity: 'warning', firing: three(up, ['0x60', '1x60', '1x60']), quiet: three(up, ['1x60']), after: ['4m', '6m'], summary: `${member} does not answer.`, labels: { pod } },
  { alert: 'KeeperPodNotReady', severity: 'warning', firing: { [wanted(0)]: '1x60', [ready]: '0x60' }, quiet: { [wanted(0)]: '0x60', [ready]: '0x60' }, after: ['14m', '16m'], summary: 'The pod of chk-keeper-main-0-0 in Keeper analytics/keeper is missing or not ready.', labels: { statefulset: 'chk-keeper-main-0-0' } },
  { alert: 'KeeperVolumeNotAttached', severity: 'warning', firing: { [waiting(pod, 'PodInitializing')]: '1x60' }, quiet: { [waiting(pod, 'ImagePullBackOff')]: '1x60' }, after: ['9m', '11m'], summary: `Pod ${pod} of Keeper analytics/keeper has a node, and waits for its volume.`, labels: { pod } },
  { alert: 'KeeperStateUnknown', severity: 'info', firing: {}, quiet: { [wanted(0)]: '0x60' }, after: ['14m', '16m'], summary: 'Nobody tells how many pods Keeper analytics/keeper should have.' },
  { alert: 'KeeperLatencyHigh', severity: 'warning', firing: { ...requests, [elapsed]: '0+15000000x100' }, quiet: { ...requests, [elapsed]: '0+10000000x100' }, after: ['14m', '17m'], summary: `${member} takes 150 ms for a request.`, labels: { pod } },
  { alert: 'KeeperRequestsWaiting', severity: 'warning', firing: { [metric('Metrics_KeeperOutstandingRequests')]: '11x60' }, quiet: { [metric('Metrics_KeeperOutstandingRequests')]: '10x60' }, after: ['9m', '11m'], summary: `${member} has 11 requests that wait.`, labels: { pod } },
  ...['Creations', 'Applys'].map((what): AlertCase => {
    const [none, some] = ['5x60', '0+1x60'].map((values) => Object.fromEntries(['Creations', 'Applys'].map((each) => [metric(`ProfileEvents_KeeperSnapshot${each}Failed`), each === what ? values : '0x60'])));
    return { alert: 'KeeperSnapshotsFail', severity: 'warning', firing: some ?? {}, quiet: none ?? {}, after: ['1m', '3m'], summary: `${member} cannot make or apply a snapshot.`, labels: { pod } };
  }),
  { alert: 'KeeperCommitsFail', severity: 'critical', firing: { [metric('ProfileEvents_KeeperCommitsFailed')]: '0+1x60' }, quiet: { [metric('ProfileEvents_KeeperCommitsFailed')]: '5x60' }, after: ['1m', '3m'], summary: `${member} cannot commit what the quorum has agreed on.`, labels: { pod } },
  { alert: 'KeeperFilesNearLimit', severity: 'warning', firing: files(810), quiet: files(800), after: ['9m', '11m'], summary: `${member} has 81% of its files and connections open.`, labels: { pod } },
];

const tested = {
  rules: rules(),
  cases,
  labels,
  healthy: { [wanted(0)]: '0x200' },
  // Of a quorum whose name begins alike, and of the same name elsewhere.
  ofOthers: (series: string) => [
    series.replaceAll('chk-keeper-main', 'chk-keeper-main-0-main').replaceAll(job, `${job}2`),
    series.replaceAll('"analytics"', '"team"').replaceAll(job, 'team/keeper-keeper'),
  ],
};
testAlerts(tested);

test('Prometheus takes the rules with any thresholds that are allowed', () => {
  fc.assert(
    fc.property(randomAlerts, (given) => checkRules(rules(given)) === ''),
    { numRuns: 20 },
  );
});

describe('a quorum that is stopped', () => {
  const stopped: Series = {
    ...three(wanted, ['1x20 0x100', '1x20 0x100', '1x20 0x100']),
    [ready]: '1x20 0x100',
    ...three(up, ['1x20 0x1 stale', '1x20 0x1 stale', '1x20 0x1 stale']),
    ...leader(['0x20 stale', '1x20 stale', '0x20 stale']),
  };

  test.each([...new Set(cases.map(({ alert }) => alert))])('raises no %s', (alert) => {
    expect(testRules(tested.rules, { series: stopped, alert, at: '50m', raised: [] })).toBe('');
  });
});

test('without kube-state-metrics, a quorum without metrics is lost', () => {
  const alone = { ...tested, rules: rules({ stateMetrics: 'none' }) };
  const [one, missing] = cases as [AlertCase, AlertCase];
  const run = (series: Series, raised: readonly AlertCase[]) =>
    testRules(alone.rules, {
      ...{ series, alert: 'KeeperQuorumLost', at: '6m' },
      raised: raised.map((each) => raisedBy(alone, each)),
    });
  expect(run(three(up, ['1x60', '0x60', '0x60']), [one])).toBe('');
  expect(run(three(up, ['1x60', '1x60', '0x60']), [])).toBe('');
  expect(run({}, [{ ...missing, labels: { job } }])).toBe('');
});
