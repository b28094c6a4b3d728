import { createHash } from 'node:crypto';
import * as pulumi from '@pulumi/pulumi';
import { withTaskId } from '../../altinity/task-id';
import { type Manifest, record } from '../../kubernetes/manifest';
import type { Cluster } from '../../tools/cluster/cluster';
import { plural } from '../../tools/text';
import { changedNotes, hindrancesOf } from '../../tools/wait/render-progress';
import { type AwaitedKind, type TargetState, targetsOf } from '../../tools/wait/state';
import { type Clock, type Progress, waitForTargets } from '../../tools/wait/wait';
import { withoutStack } from '../without-stack';
import type { Status } from './manifest-resource';

/** Whether an object is made by the ClickHouse operator, which tells in its status when it is done. */
export function isInstallation({ kind }: Manifest): boolean {
  return kind === 'ClickHouseInstallation' || kind === 'ClickHouseKeeperInstallation';
}

/**
 * A specification with a `taskID` that follows from its content, so that the status tells which version it is about: the
 * operator counts no generations. It is made of the values, never of tokens, and what a program wrote stays in front.
 * A new one restarts nothing.
 * @see operator-observed: a new taskID makes a pass that changes nothing
 */
export function withContentTaskId(spec: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const taskID = pulumi.output(spec).apply((known) => {
    const content = createHash('sha256')
      .update(JSON.stringify(sorted(known)))
      .digest('hex')
      .slice(0, 12);
    return withTaskId({ taskID: (known as { readonly taskID?: string }).taskID }, content).taskID;
  });
  return { ...spec, taskID };
}

/** Pulumi hands objects on with their keys in any order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** What a wait needs. */
export interface Patience {
  readonly cluster: Cluster;
  /** Minutes. */
  readonly minutes: number;
  readonly clock: Clock;
  readonly tell: (line: string) => void;
}

/**
 * Waits until an installation is ready: its pods, its status, and its `taskID` among those that are done. It looks from
 * outside: the provider would wait only for what an annotation of the object says, which the operator copies to pods.
 * @returns what the cluster says about it then
 * @throws Error that says what holds it up
 */
export async function untilReady(
  manifest: Manifest,
  { cluster, minutes, clock, tell }: Patience,
): Promise<Status | undefined> {
  let last: Progress | undefined;
  const observe = (progress: Progress) => {
    for (const line of changedNotes(progress, last)) tell(line);
    last = progress;
  };
  const targets = targetsOf([manifest]);
  const outcome = await waitForTargets(cluster, targets, { timeout: minutes * 60_000, clock, observe });
  const { kind, metadata } = manifest;
  if (outcome === 'ready')
    return record((await cluster.get(kind as AwaitedKind, metadata.name, metadata.namespace))?.status);
  const states: readonly TargetState[] = last?.states ?? [];
  const why = [
    ...states.map(({ summary, detail }) => [summary, detail].filter(Boolean).join(', ')),
    ...hindrancesOf(states),
  ];
  const how = outcome === 'failed' ? 'failed' : `is not ready after ${plural(minutes, 'minute')}`;
  const reasons = why.join('; ').replace(/[^?]$/, '$&.');
  // What the cluster dropped is no change of the program: without a refresh, nothing would be applied again.
  const next = outcome === 'failed' ? 'pulumi up --refresh tries again' : 'the next update waits again';
  throw withoutStack(
    new Error(
      `${kind} ${metadata.namespace ?? 'default'}/${metadata.name} ${how}: ${reasons} ` +
        `It stays as it is in the cluster, and ${next}.`,
    ),
  );
}
