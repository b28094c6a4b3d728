import { readFileSync } from 'node:fs';
import { createColors } from 'picocolors';
import { ask } from './ask';
import type { Terminal } from './terminal';

/** The terminal of this process. Colours repeat what words say, so pipes, `NO_COLOR` and `TERM=dumb` get none. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  // Somebody closed the pipe, as in `anyhouse check . | head`: there is nobody left to tell.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const interactive = stdout.isTTY === true && env.TERM !== 'dumb';
  const coloured = env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : interactive;
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    input: () => readFileSync(0, 'utf8'),
    colors: createColors(coloured && !env.NO_COLOR),
    interactive,
    ...(stdout.isTTY && stdin.isTTY && { ask: (question: string) => ask(question, stdin, stdout) }),
    size: () => [stdout.columns ?? 80, stdout.rows ?? 24],
    finish: (code) => {
      process.exitCode = code;
    },
  };
}
