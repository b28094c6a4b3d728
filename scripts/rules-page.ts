import type { Rule } from '../src/checks/rule';

const severities = { error: 'errors', warning: 'warnings', advice: 'advice' } as const;

/** The page docs/rules.md: every rule, by the part of its id before the slash. */
export function rulesPage(rules: readonly Rule[]): string {
  const domains = [...new Set(rules.map(domainOf))].sort();
  const sections = domains.map((domain) => {
    const own = rules.filter((rule) => domainOf(rule) === domain).sort((a, b) => (a.id < b.id ? -1 : 1));
    return [`## ${domain}`, ...own.map(entry)].join('\n\n');
  });
  return `${[head(rules), ...sections].join('\n\n')}\n`;
}

function domainOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('/'));
}

function head(rules: readonly Rule[]): string {
  const count = (severity: Rule['severity']) => rules.filter((rule) => rule.severity === severity).length;
  const counts = Object.entries(severities).map(
    ([severity, plural]) => `${count(severity as Rule['severity'])} ${plural}`,
  );
  return [
    '# Rules',
    '',
    `${rules.length} rules: ${counts.join(', ')}. This page is made from the rules in the source (\`npm run docs\`).`,
    '',
    '- An **error** stops the synthesis, and `anyhouse check` exits with 1. **Warnings** and **advice** are printed.',
    '- Rules marked *manifests* are judged on the objects, whoever wrote them: the constructs, `transform`, or a person.',
    '- Rules marked *props* are judged by the constructors. A prop that breaks a rule is always refused, whatever its severity.',
    "- `acknowledge: { 'rule/id': 'reason' }` silences a rule of *manifests*: errors on the construct that they concern,",
    '  warnings and advice also on the environment.',
  ].join('\n');
}

function entry({ id, severity, title, why, fix, source, check }: Rule): string {
  return [
    `### ${id}`,
    '',
    `**${severity}** · ${check ? 'manifests' : 'props'}. ${title}.`,
    '',
    `- Why: ${why}`,
    `- Fix: ${sentence(fix)}`,
    `- Source: ${source}`,
  ].join('\n');
}

function sentence(text: string): string {
  return /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
