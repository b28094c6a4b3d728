import { ApiObject as Cdk8sApiObject, type Chart, JsonPatch } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type ApiObject, manifestRevision } from '../kubernetes/api-object';
import { isClusterScoped } from '../kubernetes/kinds';
import type { Manifest } from '../kubernetes/manifest';
import type { Origin } from '../kubernetes/origin';
import type { Rule } from './rule';
import type { CheckResult } from './run';

/*
 * Loaded at the first synthesis: the rules of all rooms and what runs them are no part of the start-up of a program.
 */
const allRules = (): readonly Rule[] => (require('../all-rules') as { allRules: readonly Rule[] }).allRules;

const engine = () => ({
  ...(require('./describe') as typeof import('./describe')),
  ...(require('./manifest-set') as typeof import('./manifest-set')),
  ...(require('./run') as typeof import('./run')),
});

interface Checked {
  readonly result: CheckResult;
  readonly origins: ReadonlyMap<Manifest, Origin>;
  /** Our chart that each object stands in. */
  readonly charts: ReadonlyMap<Manifest, Chart>;
}

/** Charts of ours, by the root of their tree, with the Kubernetes cluster that each goes to. */
const checkedCharts = new WeakMap<IConstruct, Map<Chart, string>>();

/**
 * Checks a chart, together with all other such charts of the same program, whenever it is synthesised.
 * @param cluster the Kubernetes cluster that the chart goes to: object names are unique within one
 */
export function checkAtSynth(chart: Chart, cluster: string): void {
  const root = chart.node.root;
  const charts = checkedCharts.get(root) ?? new Map<Chart, string>();
  checkedCharts.set(root, charts.set(chart, cluster));
  chart.node.addValidation({ validate: () => errorsOf(root, chart) });
}

/** The findings of a program as it stands; the same that its synthesis reports. */
export function checkProgram(root: IConstruct): CheckResult {
  return checked(root).result;
}

const memo = new WeakMap<IConstruct, { readonly key: string; readonly checked: Checked }>();

/**
 * cdk8s validates the whole program once for each chart. All these passes happen in one synchronous run, so the answer
 * is kept until that run ends, or until an object is added or patched in between.
 */
function checked(root: IConstruct): Checked {
  const constructs = root.node.findAll();
  const key = `${constructs.length} ${manifestRevision()}`;
  const known = memo.get(root);
  if (known?.key === key) return known.checked;
  const answer = check(root, constructs);
  memo.set(root, { key, checked: answer });
  queueMicrotask(() => memo.delete(root));
  return answer;
}

/** Errors of a chart; those of charts that are not ours are told by the first one of ours. */
function errorsOf(root: IConstruct, chart: Chart): string[] {
  const answer = checked(root);
  warn(answer, reporters.get(root));
  const { result, origins, charts } = answer;
  const { describeFinding } = engine();
  const [first] = checkedCharts.get(root)?.keys() ?? [];
  return result.findings
    .filter(({ rule, object }) => rule.severity === 'error' && (charts.get(object) ?? first) === chart)
    .map((finding) => describeFinding(finding, origins.get(finding.object)));
}

function check(root: IConstruct, constructs: readonly IConstruct[]): Checked {
  const charts = checkedCharts.get(root) ?? new Map<Chart, string>();
  const objects: Manifest[] = [];
  const clusters = new Map<Manifest, string>();
  const origins = new Map<Manifest, Origin>();
  const chartOf = new Map<Manifest, Chart>();
  for (const construct of constructs) {
    if (!Cdk8sApiObject.isApiObject(construct)) continue;
    const cluster = charts.get(construct.chart);
    if (cluster !== undefined) withoutChartNamespace(construct);
    const manifest: Manifest = construct.toJson();
    objects.push(manifest);
    clusters.set(manifest, cluster ?? '');
    if (cluster !== undefined) chartOf.set(manifest, construct.chart);
    const { origin } = construct as ApiObject;
    if (origin) origins.set(manifest, origin);
  }
  const { runRules, ManifestSet } = engine();
  return { result: runRules(new ManifestSet(objects, { clusters }), allRules()), origins, charts: chartOf };
}

const mended = new WeakSet<Cdk8sApiObject>();

/** A chart stamps its namespace on every object, also on cluster-scoped ones that users add to it. */
function withoutChartNamespace(object: Cdk8sApiObject): void {
  if (mended.has(object) || !isClusterScoped(object.apiVersion, object.kind)) return;
  mended.add(object);
  if (object.toJson().metadata?.namespace !== undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
}

/** Told of one finding that stops nothing. */
export type Reporter = (severity: 'warning' | 'advice', finding: string) => void;

const reporters = new WeakMap<IConstruct, Reporter>();

/** Hands warnings and advice of a program to somebody else than standard error, one by one. */
export function reportFindings(root: IConstruct, report: Reporter): void {
  reporters.set(root, report);
}

/** What has been printed already, so that synthesising twice does not print twice. */
const printed = new Set<string>();

/** Answers whose warnings have been printed: every chart asks for the same one. */
const told = new WeakSet<Checked>();

function warn(answer: Checked, report: Reporter = printLine): void {
  if (told.has(answer)) return;
  told.add(answer);
  const { result, origins } = answer;
  const { describeFinding } = engine();
  for (const finding of result.findings) {
    const { severity } = finding.rule;
    if (severity === 'error') continue;
    const text = describeFinding(finding, origins.get(finding.object));
    if (printed.has(text)) continue;
    printed.add(text);
    report(severity, text);
  }
}

function printLine(severity: string, finding: string): void {
  process.stderr.write(`${severity}: ${finding}\n`);
}
