import { Allowed, Call, type Code, type CodeObject, type CodePath, isObject, type Remarks, Use } from './code';

/** Columns of a line, as Biome and Prettier are often set. */
export const width = 120;
const none: Remarks = () => [];

/**
 * A piece of TypeScript as text. This is the one place that writes text of others into a program, so that nothing of
 * it can be anything but a value.
 * @param lead what stands before it on its line
 */
export function printCode(code: Code, remarks: Remarks = none, lead = ''): string {
  return new Printer(remarks).print(code, [], 0, lead.length);
}

/** Lines as comments, wrapped. What would end the line, or speak to the compiler, is spelled out. */
export function printComment(text: string, indent = '', hanging = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of harmless(text).split(' ')) {
    if (line !== '' && `${indent}// ${line} ${word}`.length > width) {
      lines.push(line);
      line = `${hanging}${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent}//${each === '' ? '' : ` ${each}`}\n`).join('');
}

/** Text without characters that break lines, hide, or reorder what is read, and without orders to the compiler. */
function harmless(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escaped)
    .replaceAll(/@(?=ts-|jsx|license|preserve)/gi, () => escaped('@'));
}

function escaped(character: string): string {
  return [...character].map((each) => `\\u{${(each.codePointAt(0) ?? 0).toString(16)}}`).join('');
}

/** A string literal. */
function printText(text: string): string {
  const json = JSON.stringify(text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escaped);
  if (text.includes("'") && !text.includes('"')) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A key of an object literal. As a plain key, `__proto__` would set the prototype. */
function printKey(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : printText(key);
}

class Printer {
  constructor(private readonly remarks: Remarks) {}

  print(code: Code, path: CodePath, depth: number, before: number): string {
    const line = this.isRemarked(code, path) ? undefined : inline(code);
    // The comma or bracket behind it needs room, too.
    if (line !== undefined && before + line.length + 2 <= width) return line;
    if (Array.isArray(code)) return this.list(code, path, depth);
    if (code instanceof Call) return this.call(code, path, depth, before);
    if (code instanceof Allowed) return this.print(code.value, path, depth, before);
    return isObject(code) ? this.object(code, path, depth) : inline(code);
  }

  private list(items: readonly Code[], path: CodePath, depth: number): string {
    const indent = '  '.repeat(depth + 1);
    const lines = items.map((item, index) => {
      const at = [...path, String(index)];
      return `${this.above(at, indent)}${indent}${this.print(item, at, depth + 1, indent.length)},\n`;
    });
    return `[\n${lines.join('')}${'  '.repeat(depth)}]`;
  }

  private object(members: CodeObject, path: CodePath, depth: number): string {
    const indent = '  '.repeat(depth + 1);
    const { plain, allowed } = partsOf(members);
    const lines = plain.map(([key, value]) => {
      const at = [...path, key];
      const lead = `${indent}${printKey(key)}: `;
      if (value instanceof Use && value.variable === key) return `${this.above(at, indent)}${indent}${key},\n`;
      return `${this.above(at, indent)}${lead}${this.print(value, at, depth + 1, lead.length)},\n`;
    });
    if (allowed.length > 0) {
      const unmarked = Object.fromEntries(allowed.map(([key, { value }]) => [key, value]));
      const above = new Set(allowed.map(([key]) => this.above([...path, key], indent)));
      const lead = `${indent}...allowUnknown(`;
      lines.push(
        `${[...above].join('')}${lead}${new Printer(none).print(unmarked, [], depth + 1, lead.length + 1)}),\n`,
      );
    }
    return `{\n${lines.join('')}${'  '.repeat(depth)}}`;
  }

  /** Only the last argument is broken into lines: in calls that are written here, it is the one with the props. */
  private call({ callee, args }: Call, path: CodePath, depth: number, before: number): string {
    const first = args.slice(0, -1).map((each) => `${inline(each)}, `);
    const lead = `${callee}(${first.join('')}`;
    const last = args.at(-1);
    return `${lead}${last === undefined ? '' : this.print(last, path, depth, before + lead.length)})`;
  }

  private above(path: CodePath, indent: string): string {
    return this.remarks(path)
      .map((text) => printComment(text, indent))
      .join('');
  }

  /** Whether there is a remark inside of a piece; a remark about the piece itself stands above it already. */
  private isRemarked(code: Code, path: CodePath): boolean {
    if (code instanceof Allowed) return this.isRemarked(code.value, path);
    if (code instanceof Call) return code.args.some((each) => this.isRemarked(each, path));
    const inside = Array.isArray(code) ? [...code.entries()] : isObject(code) ? Object.entries(code) : [];
    return inside.some(([key, value]) => {
      const at = [...path, String(key)];
      return this.remarks(at).length > 0 || this.isRemarked(value, at);
    });
  }
}

function partsOf(members: CodeObject) {
  const entries = Object.entries(members);
  return {
    plain: entries.filter(([, value]) => !(value instanceof Allowed)),
    allowed: entries.flatMap(([key, value]) => (value instanceof Allowed ? [[key, value] as const] : [])),
  };
}

function inline(code: Code): string {
  if (typeof code === 'string') return printText(code);
  if (typeof code === 'number' || typeof code === 'boolean') return String(code);
  if (code instanceof Use) return code.variable;
  if (code instanceof Call) return `${code.callee}(${code.args.map(inline).join(', ')})`;
  if (code instanceof Allowed) return inline(code.value);
  if (Array.isArray(code)) return `[${code.map(inline).join(', ')}]`;
  const { plain, allowed } = partsOf(code as CodeObject);
  const members = plain.map(([key, value]) =>
    value instanceof Use && value.variable === key ? key : `${printKey(key)}: ${inline(value)}`,
  );
  const spread = allowed.map(([key, { value }]) => `${printKey(key)}: ${inline(value)}`).join(', ');
  if (spread !== '') members.push(`...allowUnknown({ ${spread} })`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
