import type { App } from 'cdk8s';
import type { Severity } from '../checks/rule';
import { checkProgram } from '../checks/synth';
import type { Manifest } from '../kubernetes/manifest';

/** A rule that a program breaks. */
export interface FindingSummary {
  /** Id of the rule, as in docs/rules.md. */
  readonly rule: string;
  /** How bad it is; errors stop the synthesis. */
  readonly severity: Severity;
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  /** The object concerned. */
  readonly object: Manifest;
  /** Place in the object, as a JSON pointer; empty for the whole object. */
  readonly pointer: string;
}

/**
 * The rules that a program breaks, errors first, without those that it acknowledges.
 * Errors are returned, too, where a synthesis would throw.
 */
export function findingsOf(app: App): readonly FindingSummary[] {
  return checkProgram(app).findings.map(({ rule, message, fix, object, pointer }) => ({
    rule: rule.id,
    severity: rule.severity,
    message,
    fix,
    object,
    pointer,
  }));
}
