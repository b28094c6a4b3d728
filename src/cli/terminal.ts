import type { Colors } from 'picocolors/types';

/** Where a command reads and writes. Tests bring their own. */
export interface Terminal {
  /** Writes a result to standard output. */
  readonly out: (text: string) => void;
  /** Writes what accompanies the result to standard error. */
  readonly err: (text: string) => void;
  /** Reads standard input to its end. */
  readonly input: () => string;
  /** Marks text; leaves it alone where colours are not wanted. */
  readonly colors: Colors;
  /** Whether a person watches standard output. */
  readonly interactive: boolean;
  /** Columns and rows of standard output, where it is a terminal. */
  readonly size: () => readonly [columns: number, rows: number];
  /** Asks the person at the terminal, and gives undefined when they end the input; absent where nobody can answer. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** Takes the exit code of the command. */
  readonly finish: (code: number) => void;
}
