import { LineCounter, parseAllDocuments } from 'yaml';
import { pointer, record } from '../../kubernetes/manifest';
import { inside } from '../../kubernetes/shape';
import { InputError } from '../manifests/input-error';
import { lineFinder } from '../manifests/line-finder';
import { describeYamlFault, kubectlYaml } from '../manifests/parse';
import { type ChartValue, chartDefaults } from './chart';

/** Keys that lead to a value; indexes of lists are keys, too. */
export type ValuePath = readonly string[];

type Map_ = Readonly<Record<string, unknown>>;

/** Values as somebody wrote them, read as Helm would: where they say nothing, the chart's defaults hold. */
export class Values {
  constructor(private readonly given: Map_) {}

  /** What was written at a path; undefined where nothing was. */
  written(path: ValuePath): unknown {
    return path.reduce<unknown>((value, key) => memberOf(value, key), this.given);
  }

  /** A text of the chart. */
  text(...path: ValuePath): string {
    return this.value(path) as string;
  }

  /** A number of the chart. */
  number(...path: ValuePath): number {
    return this.value(path) as number;
  }

  /** A switch of the chart. */
  flag(...path: ValuePath): boolean {
    return this.value(path) as boolean;
  }

  /** A list of the chart. */
  list(...path: ValuePath): readonly unknown[] {
    return this.value(path) as readonly unknown[];
  }

  /** A map of the chart, whatever it holds. */
  map(...path: ValuePath): Map_ {
    return this.value(path) as Map_;
  }

  /** Whether something was written that changes what the chart does. */
  changes(path: ValuePath): boolean {
    return this.written(path) !== undefined && JSON.stringify(this.value(path)) !== JSON.stringify(defaultOf(path));
  }

  /** Paths of everything that was written: scalars, and lists and maps with nothing inside. */
  leaves(): readonly ValuePath[] {
    // A section with nothing in it says nothing.
    const isSection = (path: ValuePath) => Object.keys(record(defaultOf(path))).length > 0;
    return leavesOf(this.given).filter((path) => this.written(path) !== null || !isSection(path));
  }

  private value(path: ValuePath): unknown {
    const fallback = defaultOf(path);
    const written = this.written(path);
    if (written === undefined) return fallback;
    // Helm takes a default away where a value is null, and templates read that as empty.
    return written === null ? emptyLike(fallback) : written;
  }
}

/** The chart's default at a path; undefined where the chart has no such value. */
export function defaultOf(path: ValuePath): ChartValue | undefined {
  return path.reduce<unknown>((value, key) => memberOf(value, key), chartDefaults) as ChartValue | undefined;
}

/** A path as it is written in documents of Helm: `clickhouse.users[0].name`. */
export function printPath(path: ValuePath): string {
  return path.reduce((text, key) => (/^\d+$/.test(key) && text !== '' ? `${text}[${key}]` : inside(text, key)), '');
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Map_)[key];
}

function emptyLike(fallback: unknown): unknown {
  if (typeof fallback === 'number') return 0;
  if (typeof fallback === 'boolean') return false;
  return typeof fallback === 'string' ? '' : fallback;
}

function leavesOf(value: unknown, path: ValuePath = []): readonly ValuePath[] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) return path.length === 0 ? [] : [path];
  return entries.flatMap(([key, entry]) => leavesOf(entry, [...path, key]));
}

/**
 * Reads a file with values.
 * @throws InputError naming every fault with its line: of YAML, and of values that the chart's schema refuses
 */
export function readValues(content: string, file: string): Values {
  const lineCounter = new LineCounter();
  const documents = [...parseAllDocuments(content, { ...kubectlYaml, lineCounter })];
  const faults = documents.flatMap(({ errors }) => errors.map((error) => describeYamlFault(error, file, lineCounter)));
  if (faults.length > 0) throw new InputError(faults);
  const [document, second] = documents;
  if (second) throw new InputError([`${file}: holds ${documents.length} documents; values are one.`]);
  const given: unknown = document && plain(document, file);
  if (given === undefined || given === null) return new Values({});
  const kind = kindOf(given);
  if (kind !== 'a map') throw new InputError([`${file}: must hold a map of values, got ${kind}.`]);
  if (memberOf(given, 'apiVersion') !== undefined && memberOf(given, 'kind') !== undefined) {
    throw new InputError([`${file}: this is a manifest, not a file with values; anyhouse check reads manifests.`]);
  }
  const lineOf = document ? lineFinder(document, lineCounter) : () => 1;
  const problems = wrongKinds(given, chartDefaults, []).map(([path, problem]) => {
    return `${file}:${lineOf(pointer(...path))}: ${printPath(path)} ${problem}`;
  });
  if (problems.length > 0) throw new InputError(problems);
  return new Values(given as Map_);
}

function plain(document: { toJS(): unknown }, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deeply' : (error as Error).message;
    throw new InputError([`${file}: cannot be read: ${reason.replace(/\.$/, '')}.`]);
  }
}

/** Values of another kind than the chart's. What was written is not repeated: it may be a password. */
function wrongKinds(given: unknown, expected: unknown, path: ValuePath): readonly (readonly [ValuePath, string])[] {
  if (given === null || given === undefined || expected === undefined) return [];
  const [is, must] = [kindOf(given), kindOf(expected)];
  if (is !== must) {
    const quoted = must === 'text' && /number|true or false/.test(is) ? ' Fix: put it in quotes.' : '';
    return [[path, `must be ${must}, got ${is}; the chart refuses it, too.${quoted}`]];
  }
  if (must === 'a number' && !Number.isFinite(given)) return [[path, 'must be a finite number.']];
  if (must !== 'a map') return [];
  return Object.keys(expected as object).flatMap((key) =>
    wrongKinds(memberOf(given, key), memberOf(expected, key), [...path, key]),
  );
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'true or false' : 'text';
}
