import type { Manifest } from '../../kubernetes/manifest';

/** Kinds that become ready, and are waited for. */
const awaitedKinds = [
  'ClickHouseKeeperInstallation',
  'ClickHouseInstallation',
  'StatefulSet',
  'Deployment',
  'DaemonSet',
  'Job',
] as const;

/** One of {@link awaitedKinds}. */
export type AwaitedKind = (typeof awaitedKinds)[number];

/** Something that is waited for. */
export interface Target {
  readonly kind: AwaitedKind;
  readonly namespace: string;
  readonly name: string;
  readonly manifest: Manifest;
}

/** What holds something up. */
export interface Hindrance {
  /** The object concerned: `analytics/chi-events-main-0-0-0`. */
  readonly object: string;
  /** What is wrong with it. Objects with the same trouble are told together. */
  readonly why: string;
}

/** How far a target is. */
export interface TargetState {
  readonly target: Target;
  /** `failed` does not change by itself, as far as its controller tells. */
  readonly phase: 'ready' | 'waiting' | 'failed';
  /** `3 of 4 hosts ready`. */
  readonly summary: string;
  /** What goes on at the moment: `chi-events-main-1-1-0: pulling the image`. */
  readonly detail?: string;
  /** What holds it up. */
  readonly hindrances: readonly Hindrance[];
}

/** The objects among some manifests that become ready, in the order in which they do. */
export function targetsOf(manifests: readonly Manifest[]): readonly Target[] {
  return awaitedKinds.flatMap((kind) =>
    manifests
      .filter((manifest) => manifest.kind === kind)
      .map((manifest) => {
        const { name, namespace = 'default' } = manifest.metadata;
        return { kind, namespace, name, manifest };
      }),
  );
}
