import type { AltinityKind, OperatorVersion } from './versions';

/** What the CRDs of the supported operators say about one field. */
export interface FieldEntry {
  /** Type of its value. `stringBool` is a switch: a word up to 0.27.1, also a plain boolean from 0.27.2 on. */
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'boolean' | 'stringBool';
  /** Whether the CRD says nothing about what is inside. */
  readonly open?: true;
  /** Fields that an object must have. */
  readonly required?: readonly string[];
  /** Texts that every release takes. */
  readonly enum?: readonly string[];
  /** Further spellings of the same texts, from 0.27.2 on. */
  readonly looseEnum?: readonly string[];
  /** Bounds of a number, both included. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Bounds of the length of a text. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Regular expression for a text. */
  readonly pattern?: string;
  /** Least length of a list. */
  readonly minItems?: number;
  /** Whether it may be null. */
  readonly nullable?: true;
  /** First release that has it. @default - it is older than 0.25.0 */
  readonly since?: OperatorVersion;
}

/** Fields of a spec by path: `configuration.clusters[].name`. The spec itself has the empty path. */
export type FieldTable = Readonly<Record<string, FieldEntry>>;

/** All fields of a kind. Loaded on first use, because most programs never look at foreign manifests. */
export function fieldTable(kind: AltinityKind): FieldTable {
  const { clickHouseInstallation, clickHouseKeeperInstallation } =
    require('./generated/fields') as typeof import('./generated/fields');
  return kind === 'ClickHouseInstallation' ? clickHouseInstallation : clickHouseKeeperInstallation;
}

/** Path of a field of an object. */
export function childPath(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}
