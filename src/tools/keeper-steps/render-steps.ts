import type { KeeperGrade, KeeperSteps } from './types';

interface Marks {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

const headings: Readonly<Record<KeeperGrade, string>> = {
  none: 'nothing changes',
  safe: 'safe as it is',
  downtime: 'a short downtime, which no order of steps avoids',
  staged: 'not at once: member by member',
  refused: 'not like this',
};

/** Changes and steps as people read them. */
export function renderSteps(keepers: readonly KeeperSteps[], marks: Marks): string {
  if (keepers.length === 0) return '  There is no Keeper in either of them.\n';
  return keepers.map((keeper) => renderKeeper(keeper, marks)).join('\n');
}

function renderKeeper({ namespace, name, grade, changes, steps }: KeeperSteps, marks: Marks): string {
  const colour = {
    none: marks.dim,
    safe: marks.green,
    downtime: marks.yellow,
    staged: marks.yellow,
    refused: marks.red,
  }[grade];
  const numbered = steps.flatMap(({ text, command }, index) => {
    const first = steps.findIndex((step) => step.command === command);
    const shown = first < index ? `the command of step ${first + 1}` : command;
    return [
      `  ${String(index + 1).padStart(2)}. ${text}`,
      ...(command === undefined ? [] : [`      ${marks.dim(shown ?? '')}`]),
    ];
  });
  return [
    `  ${marks.bold(`Keeper ${namespace}/${name}`)}: ${colour(headings[grade])}`,
    ...changes.map(({ text }) => `    ${text}`),
    ...(numbered.length > 0 ? ['', ...numbered] : []),
    '',
  ].join('\n');
}
