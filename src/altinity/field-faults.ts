import { fieldTable } from './fields';
import type { AltinityKind, OperatorVersion } from './versions';

/** A place in a spec that the operator would refuse, or drop in silence. */
export interface FieldFault {
  /** JSON pointer into the manifest: `/spec/configuration/clusters/0/name`. */
  readonly pointer: string;
  /** The same place as people write it: `spec.configuration.clusters[0].name`. */
  readonly field: string;
  /**
   * What is wrong. `unknown`: no release has the field; `newer`: the target is too old for it; `type`, `enum`, `range`
   * and `pattern`: its value; `missing`: a field that has to be there.
   */
  readonly problem: 'unknown' | 'newer' | 'type' | 'enum' | 'range' | 'pattern' | 'missing';
  /** The whole in one sentence. */
  readonly message: string;
  /** Completes "must ...". */
  readonly must: string;
  /** What is there, printed. */
  readonly got: string;
  /** What to write instead, as a sentence. */
  readonly fix: string;
  /** The field or value that was probably meant. @default - nothing is near */
  readonly suggestion?: string;
}

/**
 * Checks a spec against what a release of the operator knows. Pods, claims and Services in templates are checked, too,
 * although the CRD says nothing about them.
 *
 * Takes any value, also one that nobody has checked, and never throws.
 */
export function fieldFaults(kind: AltinityKind, spec: unknown, target: OperatorVersion): readonly FieldFault[] {
  const found: FieldFault[] = [];
  // Loaded with its table, for the first specification.
  const { Walk } = require('./field-walk') as typeof import('./field-walk');
  new Walk(fieldTable(kind), target, found).visit(spec, '', ['spec']);
  return found;
}
