import { setTimeout as sleep } from 'node:timers/promises';
import { changedLines, renderProgress } from '../tools/wait/render-progress';
import type { Progress } from '../tools/wait/wait';
import { LiveDisplay } from './live-display';
import type { Terminal } from './terminal';

/** Shows how waiting goes on: a block that moves where a person watches, else a line for every change. */
export interface ProgressDisplay {
  readonly observe: (progress: Progress) => void;
  /** Waits, and keeps the block moving meanwhile. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** What was observed last. */
  readonly last: () => Progress;
}

/** Pause between two pictures of the moving block. */
const pause = 100;

/** The display that fits a terminal. */
export function progressDisplay(terminal: Terminal, context: string): ProgressDisplay {
  let last: Progress = { elapsed: 0, states: [] };
  if (!terminal.interactive) {
    let before: Progress | undefined;
    const observe = (progress: Progress) => {
      for (const line of changedLines(progress, before)) terminal.out(`${line}\n`);
      before = last = progress;
    };
    return { observe, sleep: (milliseconds) => sleep(milliseconds), last: () => last };
  }
  const block = new LiveDisplay(terminal.out, terminal.size);
  let frame = 0;
  let observedAt = Date.now();
  const draw = () => {
    const elapsed = last.elapsed + Date.now() - observedAt;
    block.draw(renderProgress({ ...last, elapsed }, context, frame++, terminal.colors));
  };
  return {
    observe: (progress) => {
      last = progress;
      observedAt = Date.now();
      draw();
    },
    sleep: async (milliseconds) => {
      for (const end = Date.now() + milliseconds; Date.now() < end; draw()) {
        await sleep(Math.min(pause, end - Date.now()));
      }
    },
    last: () => last,
  };
}
