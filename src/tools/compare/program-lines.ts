import { readFileSync } from 'node:fs';
import { InputError } from '../manifests/input-error';

/** A program with its length. */
export interface ProgramLines {
  readonly file: string;
  /** Lines that are not empty. */
  readonly lines: number;
}

/** @throws InputError naming the files that cannot be read */
export function linesOfPrograms(files: readonly string[]): readonly ProgramLines[] {
  const problems: string[] = [];
  const counted = files.map((file) => {
    try {
      return {
        file,
        lines: readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '').length,
      };
    } catch {
      problems.push(`${file}: cannot be read.`);
      return { file, lines: 0 };
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return counted;
}
