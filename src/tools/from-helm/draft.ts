import { Allowed, type Code, type CodeObject, type CodePath, isObject } from '../typescript/code';
import { printPath, type ValuePath } from './values';

/** Why a value is not part of the program, and what to do instead. */
export interface NotMapped {
  readonly path: ValuePath;
  /** A sentence without its end. */
  readonly reason: string;
  /** A sentence without its end. */
  readonly instead: string;
}

type Fate = 'mapped' | 'idle' | NotMapped;

/** What became of every value. */
export class Fates {
  private readonly fates = new Map<string, Fate>();

  /** Values at and below a path are part of the program. */
  map(...path: ValuePath): void {
    this.fates.set(keyOf(path), 'mapped');
  }

  /** Values at and below a path do nothing in the chart, or nothing that differs here. */
  idle(...path: ValuePath): void {
    this.fates.set(keyOf(path), 'idle');
  }

  /** Values at and below a path are not part of the program. */
  refuse(path: ValuePath, reason: string, instead: string): void {
    this.fates.set(keyOf(path), { path, reason, instead });
  }

  /** What became of a value: said of itself, or of the nearest path around it. */
  of(path: ValuePath): Fate | undefined {
    for (let length = path.length; length > 0; length--) {
      const fate = this.fates.get(keyOf(path.slice(0, length)));
      if (fate) return fate;
    }
    return undefined;
  }
}

/** Props of one construct while they are put together, with the value that each comes from. */
export class Draft {
  private members: CodeObject = {};
  private readonly sources = new Map<string, { readonly path: CodePath; readonly source: ValuePath }>();
  private readonly comments = new Map<string, readonly string[]>();

  constructor(private readonly fates: Fates) {}

  /** The props. */
  get props(): CodeObject {
    return this.members;
  }

  /** Sets a prop, made of the values at a path. */
  set(path: CodePath, code: Code, source: ValuePath): void {
    this.members = withMember(this.members, path, code);
    this.sources.set(keyOf(path), { path, source });
    this.fates.map(...source);
  }

  /** Sets a prop that the chart has no value for, or another one than the value. */
  supply(path: CodePath, code: Code, source: ValuePath): void {
    this.members = withMember(this.members, path, code);
    this.sources.set(keyOf(path), { path, source });
  }

  /** Says what a human has to know about a prop. */
  remark(path: CodePath, ...texts: readonly string[]): void {
    this.comments.set(keyOf(path), [...this.remarks(path), ...texts]);
  }

  /** What was said about a prop. */
  readonly remarks = (path: CodePath): readonly string[] => this.comments.get(keyOf(path)) ?? [];

  /**
   * Takes out what is wrong with a prop: itself, or the nearest one around it that came from a value, or all inside of it.
   * @returns whether there was one
   */
  refuse(prop: CodePath, reason: string, instead: string): boolean {
    const around = prop
      .map((_, index) => prop.slice(0, prop.length - index))
      .find((path) => this.sources.has(keyOf(path)));
    const inside = [...this.sources.values()].filter(({ path }) => prop.every((key, index) => path[index] === key));
    const found = around ? [this.sources.get(keyOf(around))].filter((each) => each !== undefined) : inside;
    for (const { path, source } of found) {
      this.members = without(this.members, path);
      this.sources.delete(keyOf(path));
      this.fates.refuse(source, reason, instead);
    }
    return found.length > 0;
  }
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

function withMember(object: CodeObject, [key = '', ...rest]: CodePath, code: Code): CodeObject {
  const before = Object.hasOwn(object, key) ? object[key] : undefined;
  const after = rest.length === 0 ? code : inside(before ?? {}, (inner) => withMember(inner, rest, code));
  if (before === undefined) return Object.fromEntries([...Object.entries(object), [key, after]]);
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, name === key ? after : value]));
}

/** An object with other members; also one that is let through. */
function inside(code: Code, change: (members: CodeObject) => CodeObject): Code {
  if (code instanceof Allowed) return new Allowed(inside(code.value, change));
  return change(isObject(code) ? code : {});
}

/** The object without a member, and without objects that are empty then. */
function without(object: CodeObject, [key = '', ...rest]: CodePath): CodeObject {
  const before = Object.hasOwn(object, key) ? object[key] : undefined;
  if (before === undefined) return object;
  const after = rest.length === 0 ? {} : inside(before, (inner) => without(inner, rest));
  const members = after instanceof Allowed ? after.value : after;
  if (isObject(members) && Object.keys(members).length === 0) return Object.fromEntries(entriesBut(object, key));
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, name === key ? after : value]));
}

function entriesBut(object: CodeObject, key: string): readonly (readonly [string, Code])[] {
  return Object.entries(object).filter(([name]) => name !== key);
}

/** One line about a value that is not part of the program. */
export function describeNotMapped({ path, reason, instead }: NotMapped): string {
  return `${printPath(path)}: ${reason}. ${instead}.`;
}
