import { groupOf } from '../kubernetes/kinds';
import { list, type Manifest, pointerParts, record, text } from '../kubernetes/manifest';
import { suggest } from '../kubernetes/suggest';
import { isToken } from '../kubernetes/token';
import type { Acknowledgement, CheckContext } from './context';
import type { ManifestSet } from './manifest-set';
import type { Fault, Finding, Rule } from './rule';

/** Outcome of a check. */
export interface CheckResult {
  /** Broken rules, errors first, then in the order of the manifests. */
  readonly findings: readonly Finding[];
  /** Broken rules that somebody has acknowledged, with the reason. */
  readonly acknowledged: readonly (Finding & { readonly reason: string })[];
}

/** Rules of the engine itself. */
export const engineRules: readonly Rule[] = [
  {
    id: 'acknowledge/unknown-rule',
    severity: 'error',
    title: 'An acknowledgement names a rule that exists',
    why: 'A misspelt id silences nothing, while its author believes the risk to be accepted.',
    fix: 'use an id from docs/rules.md.',
    source: 'design of this library',
    check: () => [],
  },
  {
    id: 'acknowledge/too-wide',
    severity: 'error',
    title: 'An error is acknowledged on the construct that it concerns',
    why: 'Silenced for a whole environment, the rule would also pass what somebody adds later.',
    fix: 'move the entry of acknowledge to the construct.',
    source: 'design of this library',
    check: () => [],
  },
  {
    id: 'acknowledge/unused',
    severity: 'advice',
    title: 'An acknowledgement silences something',
    why: 'It would hide the next fault of the same kind.',
    fix: 'remove it.',
    source: 'design of this library',
    check: () => [],
  },
];

/** Runs rules over manifests. Never throws, whatever the manifests hold. */
export function runRules(set: ManifestSet, rules: readonly Rule[]): CheckResult {
  const findings: Finding[] = [];
  const acknowledged: (Finding & { reason: string })[] = [];
  const used = new Set<Acknowledgement>();
  for (const rule of rules) {
    for (const fault of rule.check?.(set) ?? []) {
      if (rule.unknown !== 'refused' && isUnknown(fault.object, fault.pointer)) continue;
      const finding = found(rule, fault);
      const acknowledgement = silencing(set, finding);
      if (acknowledgement) {
        used.add(acknowledgement);
        acknowledged.push({ ...finding, reason: acknowledgement.reason });
      } else {
        findings.push(finding);
      }
    }
  }
  findings.push(...acknowledgementFaults(set, rules, used));
  const order = new Map(set.objects.map((object, index) => [object, index]));
  const rank = { error: 0, warning: 1, advice: 2 };
  const place = (finding: Finding) => order.get(finding.object) ?? 0;
  findings.sort((a, b) => rank[a.rule.severity] - rank[b.rule.severity] || place(a) - place(b));
  return { findings, acknowledged };
}

/**
 * Whether a place holds an Output whose value is not known yet, lies in one, or is a list with one. Findings about a file
 * speak of some of its lines. Parts of small objects, such as annotations of a Service, say together what they say.
 */
function isUnknown(object: Manifest, pointer: string): boolean {
  let value: unknown = object;
  for (const part of pointerParts(pointer)) {
    value = Array.isArray(value) ? value[Number(part)] : record(value)[part];
    if (isToken(value)) return !value.includes('\n');
  }
  return list(value).some(isToken) || (!groupOf(object.apiVersion).startsWith('clickhouse') && holdsToken(object));
}

function holdsToken(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(holdsToken);
  return isToken(value);
}

function found(rule: Rule, fault: Fault): Finding {
  return { ...fault, rule, fix: fault.fix ?? rule.fix };
}

function silencing(set: ManifestSet, { rule, object }: Finding): Acknowledgement | undefined {
  const named = `${object.kind}/${object.metadata.name}`;
  return entriesOf(set.contextOf(object).acknowledged).find(
    (entry) =>
      entry.rule === rule.id &&
      (entry.object === undefined ? environmentMay(rule) : [entry.object, ...list(entry.further)].includes(named)),
  );
}

/** Whether an environment can acknowledge a rule. */
function environmentMay({ severity, about }: Rule): boolean {
  return severity !== 'error' || about === 'environment';
}

/** The entries that can be read: the context may come from an annotation that somebody has edited. */
function entriesOf(acknowledged: unknown): readonly Acknowledgement[] {
  return list(acknowledged).filter((entry): entry is Acknowledgement => text(record(entry).rule) !== undefined);
}

function* acknowledgementFaults(
  set: ManifestSet,
  rules: readonly Rule[],
  used: ReadonlySet<Acknowledgement>,
): Generator<Finding> {
  const byId = new Map([...rules, ...engineRules].map((rule) => [rule.id, rule]));
  const engine = (id: string) => byId.get(`acknowledge/${id}`) as Rule;
  for (const [object, entry] of acknowledgements(set)) {
    const place = { object, pointer: '/metadata/annotations' };
    const rule = byId.get(entry.rule);
    if (!rule) {
      const meant = suggest(entry.rule, [...byId.keys()]);
      const fix = meant ? `write '${meant}'.` : undefined;
      yield found(engine('unknown-rule'), { ...place, message: `there is no rule '${entry.rule}'.`, fix });
    } else if (!environmentMay(rule) && entry.object === undefined) {
      yield found(engine('too-wide'), {
        ...place,
        message: `'${entry.rule}' is an error and cannot be silenced for a whole environment.`,
      });
    } else if (!used.has(entry) && rule.check && !isElsewhere(rule, set.contextOf(object).stage)) {
      yield found(engine('unused'), {
        ...place,
        message: `'${entry.rule}' is acknowledged${entry.object ? ` on ${entry.object}` : ''}, but nothing breaks it.`,
      });
    }
  }
}

function* acknowledgements(set: ManifestSet): Generator<[(typeof set.objects)[number], Acknowledgement]> {
  const seen = new Set<unknown>();
  for (const object of set.objects) {
    const { acknowledged } = set.contextOf(object);
    if (seen.has(acknowledged)) continue;
    seen.add(acknowledged);
    for (const entry of entriesOf(acknowledged)) yield [object, entry];
  }
}

/** Whether a rule judges another stage only. */
function isElsewhere(rule: Rule, stage: CheckContext['stage']): boolean {
  return rule.stage !== undefined && stage !== undefined && stage !== rule.stage;
}
