import { Allowed, Call, type Code, isObject, type Remarks, type Variable } from './code';
import { printCode, printComment, width } from './print';

/** A statement of a program: a call, with the variable that takes its result. */
export interface Statement {
  readonly call: Call;
  readonly variable?: Variable;
  /** What a human has to know about it. */
  readonly above?: readonly string[];
  /** The same about props, by their paths in the last argument. */
  readonly remarks?: Remarks;
  /** Whether an empty line stands before it. */
  readonly apart?: true;
}

/** A program as text: imports, statements, and `app.synth()` at the end. */
export function printProgram(statements: readonly Statement[]): string {
  const used = new Set(statements.flatMap(({ call }) => namesIn(call)));
  const own = [...used].filter((name) => name !== 'App').sort(byLetters);
  const imports = `${printImport(own, 'anyhouse')}import { App } from 'cdk8s';\n`;
  return `${imports}\n${statements.map(printStatement).join('')}\napp.synth();\n`;
}

function printImport(names: readonly string[], from: string): string {
  const line = `import { ${names.join(', ')} } from '${from}';\n`;
  return line.length <= width + 1
    ? line
    : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
}

function printStatement({ call, variable, above = [], remarks, apart }: Statement): string {
  const lead = variable === undefined ? '' : `const ${variable} = `;
  const comments = above.map((text) => printComment(text)).join('');
  return `${apart ? '\n' : ''}${comments}${lead}${printCode(call, remarks, lead)};\n`;
}

/** Names that a piece needs imported. */
function namesIn(code: Code): readonly string[] {
  if (code instanceof Allowed) return ['allowUnknown', ...namesIn(code.value)];
  if (code instanceof Call) {
    return [code.callee.replace(/^new /, '').split('.')[0] ?? '', ...code.args.flatMap(namesIn)];
  }
  if (Array.isArray(code)) return code.flatMap(namesIn);
  return isObject(code) ? Object.values(code).flatMap(namesIn) : [];
}

/** As Biome sorts imports: letters first, whatever their case. */
function byLetters(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}
