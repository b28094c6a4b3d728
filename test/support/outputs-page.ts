import { furtherProbes, probesOf, samplePrograms, type Verdict, verdictsOf } from './prop-outputs';
import { validProgram } from './random-environment';

/** How often a prop is tried: some depend on others. */
const tries = 6;

/** What becomes of a token at every text of the props that random programs have. */
export function allVerdicts(instead: (text: string) => unknown): readonly Verdict[] {
  const tried = new Map<string, number>();
  const wanted = (name: string) => (tried.get(name) ?? 0) < tries;
  const verdicts = furtherProbes.flatMap((probe) => verdictsOf(probe, instead, () => true));
  for (const probe of samplePrograms(validProgram, 500).flatMap(probesOf)) {
    for (const verdict of verdictsOf(probe, instead, wanted)) {
      const name = `${verdict.owner} ${verdict.prop}`;
      tried.set(name, (tried.get(name) ?? 0) + 1);
      verdicts.push(verdict);
    }
  }
  return verdicts;
}

/** The tables of docs/outputs.md. */
export function outputTables(verdicts: readonly Verdict[]): { readonly takes: string; readonly refuses: string } {
  const takes = new Map<string, Set<string>>();
  const refuses = new Map<string, Set<string>>();
  const put = (rows: Map<string, Set<string>>, row: string, prop: string) =>
    rows.set(row, (rows.get(row) ?? new Set()).add(prop));
  for (const { owner, prop, refused } of verdicts) {
    const written = prop === 'the argument' ? prop : `\`${prop}\``;
    if (refused) put(refuses, `| \`${owner}\` | ${reasonOf(refused.fix)} |`, written);
    else put(takes, `| \`${owner}\` |`, written);
  }
  const rows = (table: Map<string, Set<string>>) =>
    [...table]
      .map(([row, props]) => `${row} ${[...props].sort().join(', ')} |`)
      .sort()
      .join('\n');
  return {
    takes: `| given to | props that take an Output |\n|---|---|\n${rows(takes)}`,
    refuses: `| given to | because it decides | props that refuse it |\n|---|---|---|\n${rows(refuses)}`,
  };
}

/** Props that take an Output, at times at least, as docs/outputs.md lists them: `ObjectStore.s3 bucket`. */
export function takenProps(page: string): ReadonlySet<string> {
  const [, table = ''] = /\| given to \| props that take.*\n\|.*\n((?:\|.*\n)*)/.exec(page) ?? [];
  const names = [...table.matchAll(/^\| `(.*?)` \| (.*) \|$/gm)].flatMap(([, owner, props = '']) =>
    props.split(', ').map((prop) => `${owner} ${prop.replaceAll('`', '')}`),
  );
  return new Set(names);
}

function reasonOf(fix: string): string {
  return /this one decides (.*)\.$/.exec(fix)?.[1] ?? 'the port that is opened, unless only the host is one';
}
