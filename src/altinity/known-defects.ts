import { compareReleases, type OperatorVersion } from './versions';

/** A span of releases: from the first to, but not including, the second. */
export interface ReleaseSpan {
  /** First release. */
  readonly from: string;
  /** First release that is free of it. @default - none is known */
  readonly before?: string;
}

/** A release of the operator, or an operator and a server together, that is known to fail. */
export interface KnownDefect {
  /** What breaks. */
  readonly affects: 'keeper' | 'clickhouse' | 'chart';
  /** Whether to stay away from it, or only to know about it. */
  readonly advice: 'avoid' | 'beware';
  /** Releases of the operator. */
  readonly operator: ReleaseSpan;
  /** Releases of the ClickHouse server. @default - all */
  readonly server?: ReleaseSpan;
  /** Fewest members of a Keeper with which it happens. @default 1 */
  readonly members?: number;
  /** What happens, in one sentence. */
  readonly what: string;
  /** What to do. */
  readonly fix: string;
  /** Where it is written down. */
  readonly source: string;
}

/** Defects that somebody ran into, with the releases they are known for. */
export const knownDefects: readonly KnownDefect[] = [
  {
    affects: 'keeper',
    advice: 'avoid',
    operator: { from: '0.25.4', before: '0.25.6' },
    what: 'The operator panics on a Keeper installation.',
    fix: 'Use 0.25.6 or newer.',
    source: 'operator #1863, #1881',
  },
  {
    affects: 'keeper',
    advice: 'avoid',
    operator: { from: '0.26.0', before: '0.26.2' },
    members: 2,
    what: 'A new Keeper with three members does not bootstrap: the first waits for a quorum that is not started.',
    fix: 'Use 0.27.2.',
    source: 'operator #1945',
  },
  {
    affects: 'keeper',
    advice: 'avoid',
    operator: { from: '0.26.1', before: '0.27.0' },
    what: 'The liveness probe of Keeper calls pgrep, which its image lacks: members restart for ever.',
    fix: 'Use 0.27.2.',
    source: 'operator #1962',
  },
  {
    affects: 'keeper',
    advice: 'beware',
    operator: { from: '0.27.0', before: '0.27.1' },
    what: 'A change of a Keeper that keeps its size may stay InProgress.',
    fix: 'Use 0.27.2.',
    source: 'operator #2035; whether later releases are free of it is not established',
  },
  {
    affects: 'keeper',
    advice: 'beware',
    operator: { from: '0.25.0', before: '0.27.4' },
    what: 'A new Keeper image replaces all members at once, so that the quorum is lost for that time.',
    fix: 'Give every member a pod template of its own and change one after the other.',
    source: 'operator #1598, #2069; fixed by #2070 after 0.27.3',
  },
  {
    affects: 'clickhouse',
    advice: 'avoid',
    operator: { from: '0.25.0', before: '0.26.0' },
    server: { from: '25.8.10' },
    what: 'ON CLUSTER statements hang: the operator sets the path of the DDL queue, but not that of its replicas.',
    fix: "Use operator 0.27.2, or set 'distributed_ddl/replicas_path' to '/clickhouse/NAME/task_queue/replicas'.",
    source: 'operator README of 0.25.6, #1883, #1922 (merged 2026-02-10); ClickHouse #89693',
  },
  {
    affects: 'clickhouse',
    advice: 'avoid',
    operator: { from: '0.25.0' },
    server: { from: '0', before: '21.11' },
    what: 'The operator relies on settings that servers before 21.11 do not know.',
    fix: 'Use a newer server.',
    source: 'operator README',
  },
  {
    affects: 'chart',
    advice: 'beware',
    operator: { from: '0.27.2', before: '0.27.4' },
    what: 'A ConfigMap of the chart is too large for a client-side apply, as Argo CD does it by default.',
    fix: 'Apply it on the server side (ServerSideApply=true), or set crdHook.enabled to false and apply the CRDs.',
    source: 'release notes of 0.27.4',
  },
];

/** Defects of an operator, and of its combination with a server when one is given. */
export function defectsOf(operator: OperatorVersion, server?: string): readonly KnownDefect[] {
  return knownDefects.filter(
    (defect) =>
      within(operator, defect.operator) &&
      (defect.server === undefined || (server !== undefined && within(server, defect.server))),
  );
}

function within(release: string, { from, before }: ReleaseSpan): boolean {
  const numbers = /^v?(\d+(?:\.\d+)*)/.exec(release)?.[1];
  // Tags such as `latest` or `head` say nothing about the release.
  if (numbers === undefined) return false;
  // A short tag such as `25.8` moves along with its line, so it counts as the newest of it.
  const newest = `${numbers}.${Number.MAX_SAFE_INTEGER}`;
  return compareReleases(newest, from) >= 0 && (before === undefined || compareReleases(newest, before) < 0);
}
