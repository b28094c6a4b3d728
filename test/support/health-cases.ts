/** A situation of an installation, and what has to be said about it. */
export interface HealthCase {
  readonly what: string;
  readonly spec?: object;
  readonly metadata?: object;
  readonly status?: object;
  /** Health and message of Argo CD; HOSTS stands for what the kind consists of. */
  readonly argoCd: readonly [status: string, message: string];
  readonly flux: 'Current' | 'Failed' | 'InProgress' | '';
  /** What the script that Argo CD has of its own says, where it differs. */
  readonly builtIn?: string;
}

const layout = (replicas: number) => ({
  configuration: { clusters: [{ name: 'main', layout: { replicasCount: replicas } }] },
});
const completed = { status: 'Completed', hosts: 3, hostsCompleted: 3 };

/** Situations of ClickHouse and Keeper installations. */
export const healthCases: readonly HealthCase[] = [
  { what: 'just applied, without a status', argoCd: ['Progressing', 'no operator has taken it up yet'], flux: '' },
  {
    what: 'with an empty status',
    status: {},
    argoCd: ['Progressing', 'no operator has taken it up yet'],
    flux: 'InProgress',
  },
  {
    what: 'in progress, before the first host is counted',
    status: { status: 'InProgress', hosts: 3 },
    argoCd: ['Progressing', '0 of 3 HOSTS done'],
    flux: 'InProgress',
  },
  {
    what: 'in progress, with one host done',
    status: { status: 'InProgress', hosts: 3, hostsCompleted: 1 },
    argoCd: ['Progressing', '1 of 3 HOSTS done'],
    flux: 'InProgress',
  },
  {
    what: 'in progress, before hosts are counted',
    status: { status: 'InProgress' },
    argoCd: ['Progressing', '0 of ? HOSTS done'],
    flux: 'InProgress',
  },
  { what: 'completed', status: completed, argoCd: ['Healthy', '3 HOSTS'], flux: 'Current' },
  {
    what: 'completed, with an error that is over',
    status: { ...completed, error: 'DROP REPLICA failed' },
    argoCd: ['Healthy', '3 HOSTS; last error: DROP REPLICA failed'],
    flux: 'Current',
  },
  {
    what: 'completed, with hosts that once failed, which the operator never counts down',
    status: { ...completed, hostsFailed: 1 },
    argoCd: ['Healthy', '3 HOSTS'],
    flux: 'Current',
  },
  {
    what: 'aborted with a reason',
    status: { status: 'Aborted', error: 'no such host' },
    argoCd: ['Degraded', 'Aborted; last error: no such host'],
    flux: 'Failed',
  },
  {
    what: 'aborted without one',
    status: { status: 'Aborted', error: '' },
    argoCd: ['Degraded', 'Aborted'],
    flux: 'Failed',
  },
  { what: 'in a state nobody knows', status: { status: 'Failed' }, argoCd: ['Degraded', 'Failed'], flux: 'InProgress' },
  {
    what: 'terminating',
    status: { status: 'Terminating' },
    argoCd: ['Progressing', 'is being deleted'],
    flux: 'InProgress',
    builtIn: 'Degraded',
  },
  {
    what: 'deleted a moment ago, while the status is the old one',
    metadata: { deletionTimestamp: '2026-11-21T20:00:00Z' },
    status: completed,
    argoCd: ['Progressing', 'is being deleted'],
    flux: 'InProgress',
    builtIn: 'Healthy',
  },
  { what: 'stopped', spec: { stop: 'yes' }, status: completed, argoCd: ['Healthy', 'stopped'], flux: 'Current' },
  {
    what: 'about to stop',
    spec: { stop: 'yes' },
    status: { status: 'InProgress', hosts: 3 },
    argoCd: ['Progressing', '0 of 3 HOSTS done'],
    flux: 'InProgress',
  },
  {
    what: 'told not to stop',
    spec: { stop: 'no' },
    status: completed,
    argoCd: ['Healthy', '3 HOSTS'],
    flux: 'Current',
  },
  {
    what: 'suspended',
    spec: { suspend: 'yes' },
    status: completed,
    argoCd: ['Suspended', 'spec.suspend: changes wait until it is lifted'],
    flux: 'InProgress',
    builtIn: 'Healthy',
  },
  {
    what: 'suspended with changes that wait, which the operator calls aborted',
    spec: { suspend: 'yes' },
    status: { status: 'Aborted' },
    argoCd: ['Suspended', 'spec.suspend: changes wait until it is lifted'],
    flux: 'InProgress',
    builtIn: 'Degraded',
  },
  {
    what: 'suspended, written without quotes',
    spec: { suspend: true },
    status: completed,
    argoCd: ['Suspended', 'spec.suspend: changes wait until it is lifted'],
    flux: 'InProgress',
    builtIn: 'Healthy',
  },
  {
    what: 'no longer suspended',
    spec: { suspend: 'no' },
    status: completed,
    argoCd: ['Healthy', '3 HOSTS'],
    flux: 'Current',
  },
  {
    what: 'completed, of the task before',
    spec: { taskID: 'b' },
    status: { ...completed, taskIDsCompleted: ['a'] },
    argoCd: ['Progressing', 'the status is about another version: task a'],
    flux: 'InProgress',
    builtIn: 'Healthy',
  },
  {
    what: 'completed, of a task that is asked for again',
    spec: { taskID: 'a' },
    status: { ...completed, taskIDsCompleted: ['b', 'a'] },
    argoCd: ['Progressing', 'the status is about another version: task b'],
    flux: 'InProgress',
    builtIn: 'Healthy',
  },
  {
    what: 'completed, of this task',
    spec: { taskID: 'b' },
    status: { ...completed, taskIDsCompleted: ['b', 'a'] },
    argoCd: ['Healthy', '3 HOSTS'],
    flux: 'Current',
  },
  {
    what: 'completed, before any task is listed',
    spec: { taskID: 'b' },
    status: completed,
    argoCd: ['Progressing', 'the status is about another version: task nil'],
    flux: 'InProgress',
    builtIn: 'Healthy',
  },
  {
    what: 'completed with as many hosts as before the edit',
    spec: layout(5),
    status: completed,
    argoCd: ['Progressing', 'the status is about 3 HOSTS, and 5 are wanted'],
    flux: 'Current',
    builtIn: 'Healthy',
  },
  {
    what: 'completed with as many hosts as wanted',
    spec: layout(3),
    status: completed,
    argoCd: ['Healthy', '3 HOSTS'],
    flux: 'Current',
  },
  {
    what: 'completed with hosts that a template may have asked for',
    spec: { ...layout(5), useTemplates: [{ name: 'wide' }] },
    status: completed,
    argoCd: ['Healthy', '3 HOSTS'],
    flux: 'Current',
  },
];
