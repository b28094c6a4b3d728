/** A block of lines at the end of a terminal that is drawn over itself. */
export class LiveDisplay {
  private drawn = 0;

  /** @param size columns and rows of the terminal: what does not fit could not be drawn over */
  constructor(
    private readonly write: (text: string) => void,
    private readonly size: () => readonly [columns: number, rows: number],
  ) {}

  /** Replaces the block. */
  draw(lines: readonly string[]): void {
    const [columns, rows] = this.size();
    const fitting = lines.flatMap((line) => wrap(line, columns)).slice(0, rows - 1);
    const up = this.drawn > 0 ? `\u001B[${this.drawn}A` : '';
    this.write(`${up}\r\u001B[J${fitting.map((line) => `${line}\n`).join('')}`);
    this.drawn = fitting.length;
  }
}

/** Room before the words that do not fit on the first line. */
const indent = ' '.repeat(8);

/** A line broken between words, so that every part fits. Marks of colour take no room. */
function wrap(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let room = width;
  for (const part of line.split(/(?<= )(?! )/)) {
    const length = visibleLength(part);
    if (visibleLength(part.trimEnd()) > room && current.trim() !== '') {
      lines.push(current);
      current = indent;
      room = width - indent.length;
    }
    current += part;
    room -= length;
  }
  return [...lines, current].map((each) => cut(each.trimEnd(), width));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const mark = /\u001B\[[0-9;]*m/g;

function visibleLength(text: string): number {
  return [...text.replace(mark, '')].length;
}

/** A word that is longer than the terminal is wide, cut. */
function cut(line: string, width: number): string {
  return visibleLength(line) <= width ? line : [...line.replace(mark, '')].slice(0, width).join('');
}
