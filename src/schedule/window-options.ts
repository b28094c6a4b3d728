import type { Acknowledge } from '../checks/acknowledge';
import type { Window } from './window';

/** A time in which changes may, or must not, be delivered. */
export interface WindowOptions {
  /** `allow` opens the gate; where there is one, it is closed otherwise. `deny` closes it. @default 'allow' */
  readonly kind?: 'allow' | 'deny';
  /** When it begins: `'0 9 * * 1-5'`. */
  readonly schedule: string;
  /** How long it lasts, in hours or minutes: `'8h'`, `'90m'`. */
  readonly duration: string;
  /** Whether somebody may deliver by hand while Argo CD must not do so by itself. @default 'refused' */
  readonly byHand?: 'allowed' | 'refused';
}

/** The object of Flux that brings an environment to its cluster. */
export interface FluxTarget {
  /** Name of the Kustomization. */
  readonly kustomization: string;
  /** Its namespace. @default 'flux-system' */
  readonly namespace?: string;
}

/** Options of {@link ChangeWindow}. */
export interface ChangeWindowProps {
  /** Name of its objects, at most 40 characters. @default - the id */
  readonly name?: string;
  /** When changes may be delivered, and when not. */
  readonly windows: readonly WindowOptions[];
  /** Zone of these times: `'Europe/Berlin'`. */
  readonly timeZone: string;
  /**
   * Flux has no windows: jobs suspend this Kustomization when the gate closes, and resume it when it opens. All windows have to
   * be of one kind then.
   * @default - delivered by something else
   */
  readonly flux?: FluxTarget;
  /** Image with kubectl as its entrypoint, for Flux. @default - that of the Kubernetes project */
  readonly image?: string;
  /** Rules to silence for this window, with the reason. @default - none */
  readonly acknowledge?: Acknowledge;
}

/** A window with all defaults applied. */
export type ResolvedWindow = Window & Required<Pick<WindowOptions, 'duration' | 'byHand'>>;

/** Windows with all defaults applied. */
export interface ResolvedChangeWindow {
  readonly name: string;
  readonly windows: readonly ResolvedWindow[];
  readonly timeZone: string;
  readonly flux?: Required<FluxTarget> & {
    /** Cron expressions at which it is resumed, and suspended. */
    readonly opens: readonly string[];
    readonly closes: readonly string[];
    /** Seconds that each may be late: up to the next one the other way. */
    readonly latestSeconds: { readonly open: number; readonly close: number };
  };
  readonly image: string;
}
