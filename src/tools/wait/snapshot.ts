import { asText, at, record, text } from '../../kubernetes/manifest';
import { type Cluster, ForbiddenError, type LiveObject } from '../cluster/cluster';
import type { ResourceKind } from '../cluster/resources';
import { certificateVolumes } from '../gateways';
import type { Target } from './state';

/** A notice of a controller about an object. */
export interface Notice {
  readonly warning: boolean;
  readonly reason: string;
  readonly message: string;
  /** When it was last given, in milliseconds. */
  readonly time: number;
}

/** What a cluster holds at one moment, as far as it concerns what is waited for. */
export class Snapshot {
  private readonly byKey = new Map<string, LiveObject>();
  private readonly noticesByKey = new Map<string, Notice[]>();

  /** @param time when it was taken, in milliseconds */
  constructor(
    readonly time: number,
    objects: Readonly<Partial<Record<ResourceKind, readonly LiveObject[] | undefined>>>,
    /** Kinds that the cluster does not know. */
    readonly unknown: ReadonlySet<string> = new Set(),
  ) {
    for (const [kind, list] of Object.entries(objects)) {
      for (const object of list ?? []) {
        if (kind === 'Event') this.addNotice(object);
        else this.byKey.set(keyOf(kind, object.metadata.namespace, object.metadata.name), object);
      }
    }
    for (const notices of this.noticesByKey.values()) notices.sort((a, b) => b.time - a.time);
  }

  get(kind: string, namespace: string, name: string): LiveObject | undefined {
    return this.byKey.get(keyOf(kind, namespace, name));
  }

  /** All objects of a kind in a namespace. */
  all(kind: string, namespace: string): readonly LiveObject[] {
    const prefix = keyOf(kind, namespace, '');
    return [...this.byKey].filter(([key]) => key.startsWith(prefix)).map(([, object]) => object);
  }

  /** Notices about an object, the newest first. */
  notices(kind: string, namespace: string, name: string): readonly Notice[] {
    return this.noticesByKey.get(keyOf(kind, namespace, name)) ?? [];
  }

  private addNotice(event: LiveObject): void {
    const about = record(event.involvedObject);
    const key = keyOf(asText(about.kind), text(about.namespace) ?? event.metadata.namespace, asText(about.name));
    const stamp = event.lastTimestamp ?? at(event.series, 'lastObservedTime') ?? event.eventTime;
    const notice = {
      warning: event.type === 'Warning',
      reason: text(event.reason) ?? '',
      message: (text(event.message) ?? '').trim(),
      time: Date.parse(text(stamp) ?? event.metadata.creationTimestamp ?? '') || 0,
    };
    const known = this.noticesByKey.get(key);
    if (known) known.push(notice);
    else this.noticesByKey.set(key, [notice]);
  }
}

/** Why a controller could not make a pod, without the names that the reader sees anyway. */
export function refusalText({ reason, message }: Pick<Notice, 'reason' | 'message'>): string {
  const why = /^(?:Create Pod .* failed error: )?(?:pods ".*?" is forbidden: )?(.*)$/is.exec(message)?.[1] ?? message;
  return `${reason}, ${why}`;
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

/** Reads what concerns the targets. Some kinds only help to explain; without the right to read them the rest still works. */
export async function takeSnapshot(cluster: Cluster, targets: readonly Target[], time: number): Promise<Snapshot> {
  const namespaces = [...new Set(targets.map(({ namespace }) => namespace))];
  const kinds: readonly ResourceKind[] = [...new Set(targets.map(({ kind }) => kind)), 'Pod'];
  const objects: Partial<Record<ResourceKind, readonly LiveObject[]>> = {};
  const unknown = new Set<string>();
  const read = async (kind: ResourceKind, namespace: string) => {
    const list = await cluster.list(kind, { namespace });
    if (list) objects[kind] = [...(objects[kind] ?? []), ...list];
    else unknown.add(kind);
  };
  const certificates = targets.some(({ manifest }) => certificateVolumes(manifest).length > 0);
  const explaining: readonly ResourceKind[] = ['Event', ...(certificates ? (['Certificate'] as const) : [])];
  const readIfAllowed = (kind: ResourceKind, namespace: string) =>
    read(kind, namespace).catch((error: unknown) => {
      if (!(error instanceof ForbiddenError)) throw error;
    });
  await Promise.all(
    namespaces.flatMap((namespace) => [
      ...kinds.map((kind) => read(kind, namespace)),
      ...explaining.map((kind) => readIfAllowed(kind, namespace)),
    ]),
  );
  return new Snapshot(time, objects, unknown);
}
