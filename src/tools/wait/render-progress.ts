import { printDuration } from '../duration';
import type { TargetState } from './state';
import type { Outcome, Progress } from './wait';

/** How words are marked; every function may return its text as it is. */
export interface Marks {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** The state of everything, as a block that is drawn again and again. */
export function renderProgress(
  { elapsed, states, trouble }: Progress,
  context: string,
  frame: number,
  marks: Marks,
): readonly string[] {
  const namespaces = [...new Set(states.map(({ target }) => target.namespace))];
  const nameWidth = Math.max(...states.map((state) => nameOf(state, states).length), 0);
  const summaryWidth = Math.max(...states.map(({ summary }) => summary.length), 0);
  const lines = namespaces.flatMap((namespace, index) => [
    `${marks.bold(namespace)} on ${context}${index === 0 ? `   ${marks.dim(printDuration(elapsed))}` : ''}`,
    ...states
      .filter(({ target }) => target.namespace === namespace)
      .map((state) => {
        const columns = [nameOf(state, states).padEnd(nameWidth), state.summary.padEnd(summaryWidth)];
        const detail = state.phase === 'ready' ? '' : (state.detail ?? '');
        return `  ${symbol(state, frame, marks)} ${[...columns, marks.dim(detail)].join('   ').trimEnd()}`;
      }),
  ]);
  const stuck = hindrancesOf(states);
  const notes = trouble === undefined ? stuck : [trouble];
  if (notes.length === 0) return lines;
  return [
    ...lines,
    '',
    ...notes.map((note) => `${marks.yellow(trouble === undefined ? 'stuck?' : 'silent')}  ${note}`),
  ];
}

function symbol({ phase, detail }: TargetState, frame: number, marks: Marks): string {
  if (phase === 'ready') return marks.green('✔');
  if (phase === 'failed') return marks.red('✖');
  return detail === undefined ? marks.dim('·') : (frames[frame % frames.length] ?? '');
}

function nameOf({ target }: TargetState, states: readonly TargetState[]): string {
  const alike = states.filter(
    (other) => other.target.name === target.name && other.target.namespace === target.namespace,
  );
  return alike.length > 1 ? `${target.name} (${target.kind})` : target.name;
}

/** What holds things up, those with the same trouble in one sentence. */
export function hindrancesOf(states: readonly TargetState[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { object, why } of states.flatMap(({ hindrances }) => hindrances)) {
    byReason.set(why, [...(byReason.get(why) ?? []), object]);
  }
  return [...byReason].map(([why, [first, ...others]]) => {
    return `${first}${others.length > 0 ? ` and ${others.length} more` : ''}: ${why}`;
  });
}

/** For logs: one line for each target that changed since the look before, and one for each new trouble. */
export function changedLines(progress: Progress, before: Progress | undefined): readonly string[] {
  const stamp = printDuration(progress.elapsed).padStart(7);
  const { states, troubles } = changes(progress, before);
  return [...states.map(stateLine), ...troubles].map((line) => `${stamp}  ${line}`);
}

/**
 * The same for places that have little room and a clock of their own: what matters most stands first.
 * `events: 1 of 2 hosts ready, chi-events-main-0-1-0: starting (3 s)`
 */
export function changedNotes(progress: Progress, before: Progress | undefined): readonly string[] {
  const { states, troubles } = changes(progress, before);
  return [...states.map(stateNote), ...troubles];
}

interface Changes {
  readonly states: readonly TargetState[];
  readonly troubles: readonly string[];
}

function changes({ states, trouble }: Progress, before: Progress | undefined): Changes {
  const known = new Set(before?.states.map(stateLine));
  const told = new Set(before?.states.flatMap(({ hindrances }) => hindrances.map(({ why }) => withoutTimes(why))));
  const fresh = states.map((state) => ({
    ...state,
    hindrances: state.hindrances.filter(({ why }) => !told.has(withoutTimes(why))),
  }));
  const silent = trouble !== undefined && before?.trouble === undefined ? [`silent  ${trouble}`] : [];
  return {
    states: states.filter((state) => !known.has(stateLine(state))),
    troubles: [...hindrancesOf(fresh).map((line) => `stuck?  ${line}`), ...silent],
  };
}

/** Times go on and are no news. */
function withoutTimes(why: string): string {
  return why.replace(/\d+/g, '');
}

function stateLine({ target, summary, phase }: TargetState): string {
  const { kind, namespace, name } = target;
  const ending = phase === 'waiting' ? '' : phase === 'ready' ? ': ready' : ': failed';
  return `${namespace}/${name} (${kind})  ${summary}${ending}`;
}

function stateNote({ target, summary, detail, phase }: TargetState): string {
  const now = phase === 'waiting' ? [summary, detail].filter(Boolean).join(', ') : phase;
  return `${target.name}: ${now}`;
}

/** The last words. */
export function renderOutcome(outcome: Outcome, { elapsed, states }: Progress): string {
  if (outcome === 'ready') return `ready after ${printDuration(elapsed)}`;
  const open = states
    .filter(({ phase }) => phase !== 'ready')
    .map(({ target }) => `${target.namespace}/${target.name}`);
  const verb = outcome === 'failed' ? 'failed' : `not ready after ${printDuration(elapsed)}`;
  return `${verb}: ${open.join(', ')}`;
}
