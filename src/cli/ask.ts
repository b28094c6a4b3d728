import { createInterface } from 'node:readline';

/** Asks one question in the terminal of this process; undefined when the person ends the input instead. */
export function ask(question: string): Promise<string | undefined> {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((resolve) => {
    reader.once('close', () => resolve(undefined));
    reader.once('SIGINT', () => reader.close());
    reader.question(question, (answer) => {
      resolve(answer);
      reader.close();
    });
  }).then((answer) => {
    if (answer === undefined) process.stdout.write('\n');
    return answer as string | undefined;
  });
}
