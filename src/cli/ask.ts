import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Asks one question in a terminal; undefined when the person ends the input instead (Ctrl-C, Ctrl-D). */
export function ask(question: string, input: Readable, output: Writable): Promise<string | undefined> {
  const reader = createInterface({ input, output });
  return new Promise((resolve) => {
    reader.once('SIGINT', () => reader.close());
    // Also after an answer, but a promise keeps its first value.
    reader.once('close', () => {
      resolve(undefined);
    });
    reader.question(question, (answer) => {
      resolve(answer);
      reader.close();
    });
  });
}
