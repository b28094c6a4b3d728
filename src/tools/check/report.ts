import type { Severity } from '../../checks/rule';

/** Something that breaks a rule, with the place in the file. */
export interface ReportedFinding {
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly severity: Severity;
  /** Id of the rule, as in docs/rules.md. */
  readonly rule: string;
  readonly object: { readonly kind: string; readonly name: string; readonly namespace?: string };
  /** Place in the object, as a JSON pointer; empty for the whole object. */
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
  /** Where the fact comes from. */
  readonly source: string;
}

/** A finding that somebody accepted, with the reason. */
export interface AcknowledgedFinding extends ReportedFinding {
  readonly reason: string;
}

/** What `anyhouse check --json` prints. Fields are added to it, never renamed or removed, while the schema is `v1`. */
export interface CheckReport {
  readonly schema: 'anyhouse.dev/check/v1';
  readonly summary: {
    readonly files: number;
    readonly objects: number;
    readonly errors: number;
    readonly warnings: number;
    readonly advice: number;
    readonly acknowledged: number;
  };
  /** In the order of the files; worst first within a file. */
  readonly findings: readonly ReportedFinding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
}
