import type { Manifest } from '../kubernetes/manifest';
import type { ManifestSet } from './manifest-set';

/** How bad it is to ignore a rule: `error` stops synthesis, `warning` and `advice` are printed. */
export type Severity = 'error' | 'warning' | 'advice';

/** Something that must hold. Rules without `check` are enforced by the props of a construct only. */
export interface Rule {
  /** `domain/what`, unique and never reused: `keeper/even-members`. */
  readonly id: string;
  readonly severity: Severity;
  /**
   * Stage that it judges. Acknowledging it elsewhere is no mistake: one program serves a laptop and production.
   * @default - both
   */
  readonly stage?: 'production';
  /** What must hold, in one sentence. */
  readonly title: string;
  /** What happens otherwise. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  /** Where the fact comes from: issue, source file or documentation upstream. */
  readonly source: string;
  /**
   * Set where a place is refused while its value is not known, too. Elsewhere unknown is no finding: the value of an
   * Output may well be right.
   */
  readonly unknown?: 'refused';
  /** Set where an error is about the environment itself, which acknowledges it then. */
  readonly about?: 'environment';
  /** Finds the places that break the rule. Reads manifests and their context only; must accept any YAML. */
  readonly check?: (set: ManifestSet) => Iterable<Fault>;
}

/** A place that breaks a rule. */
export interface Fault {
  readonly object: Manifest;
  /** JSON pointer into the object. */
  readonly pointer: string;
  /** What is wrong there, with the values concerned. */
  readonly message: string;
  /** What to do here. @default - the fix of the rule */
  readonly fix?: string;
}

/** A fault together with its rule. */
export interface Finding extends Fault {
  readonly rule: Rule;
  readonly fix: string;
}
