import { allRules } from '../../all-rules';
import { type CheckContext, contextAnnotation, contextOf, printContext } from '../../checks/context';
import { ManifestSet } from '../../checks/manifest-set';
import type { Finding, Severity } from '../../checks/rule';
import { runRules } from '../../checks/run';
import type { Manifest } from '../../kubernetes/manifest';
import type { ManifestSource, SourcedManifest } from '../manifests/source';
import type { CheckReport, ReportedFinding } from './report';

/** What to assume instead of what the manifests say about their place. */
export interface CheckOptions {
  /** Release of the operator that will read them. */
  readonly operator?: string;
  /** What they are for. */
  readonly stage?: 'development' | 'production';
}

/**
 * Runs all rules over manifests from files.
 * Every source is judged as one Kubernetes cluster, so that several outputs of one program can be checked at once.
 */
export function checkManifests(sources: readonly ManifestSource[], options: CheckOptions = {}): CheckReport {
  const clusters = new Map<Manifest, string>();
  const places = new Map<Manifest, SourcedManifest>();
  for (const { manifests } of sources) {
    const cluster = clusterOf(manifests);
    for (const sourced of manifests) {
      const manifest = withContext(sourced.manifest, options);
      clusters.set(manifest, cluster);
      places.set(manifest, sourced);
    }
  }
  const fallback = assumed({}, options);
  const { findings, acknowledged } = runRules(new ManifestSet([...places.keys()], { clusters, fallback }), allRules);
  const files = sources.flatMap((source) => source.files);
  const reported = inOrder(
    files,
    findings.map((finding) => report(finding, places)),
  );
  const count = (severity: Severity) => reported.filter((finding) => finding.severity === severity).length;
  return {
    schema: 'anyhouse.dev/check/v1',
    summary: {
      files: new Set(files).size,
      objects: places.size,
      errors: count('error'),
      warnings: count('warning'),
      advice: count('advice'),
      acknowledged: acknowledged.length,
    },
    findings: reported,
    acknowledged: inOrder(
      files,
      acknowledged.map((finding) => ({ ...report(finding, places), reason: finding.reason })),
    ),
  };
}

/** The cluster that a program meant its output for; empty for manifests of other origin, which share one. */
function clusterOf(manifests: readonly SourcedManifest[]): string {
  return manifests.map(({ manifest }) => contextOf(manifest)?.cluster).find((cluster) => cluster !== undefined) ?? '';
}

function assumed(context: CheckContext, { operator, stage }: CheckOptions): CheckContext {
  const anywhere = { namespace: '', watches: ['.*'] };
  return {
    ...context,
    ...(operator !== undefined && { operator: { ...anywhere, ...context.operator, version: operator } }),
    ...(stage !== undefined && { stage }),
  };
}

function withContext(manifest: Manifest, options: CheckOptions): Manifest {
  const context = contextOf(manifest);
  if (!context || (options.operator === undefined && options.stage === undefined)) return manifest;
  const printed = printContext(assumed(context, options));
  const annotations = { ...manifest.metadata.annotations, [contextAnnotation]: printed };
  return { ...manifest, metadata: { ...manifest.metadata, annotations } };
}

function report(finding: Finding, places: ReadonlyMap<Manifest, SourcedManifest>): ReportedFinding {
  const { rule, object, pointer, message, fix } = finding;
  const { name, namespace } = object.metadata;
  const place = places.get(object);
  return {
    file: place?.file ?? '',
    line: place?.lineOf(pointer) ?? 1,
    severity: rule.severity,
    rule: rule.id,
    object: { kind: object.kind, name, ...(namespace !== undefined && { namespace }) },
    pointer,
    message,
    fix,
    source: rule.source,
  };
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

function inOrder<T extends ReportedFinding>(files: readonly string[], findings: readonly T[]): readonly T[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const place = ({ file }: T) => order.get(file) ?? 0;
  return [...findings].sort((a, b) => place(a) - place(b) || ranks[a.severity] - ranks[b.severity] || a.line - b.line);
}
