import type { Manifest } from 'anyhouse';
import { parseAllDocuments } from 'yaml';
import type { CheckContext } from '../../src/checks/context';
import { isManifest } from '../../src/kubernetes/manifest';

/** Two pieces of YAML: one that breaks a rule, and the same without the fault. */
export interface RuleCase {
  readonly rule: string;
  /** What is wrong in the first one. */
  readonly fault: string;
  readonly bad: string;
  /** JSON pointers of the findings, in order. */
  readonly at: readonly string[];
  readonly good: string;
  /** What is known about the place. @default - nothing */
  readonly context?: CheckContext;
}

/** A ClickHouse installation with a specification. */
export function chi(spec: string, name = 'events', namespace = 'analytics'): string {
  return installation('clickhouse.altinity.com/v1', 'ClickHouseInstallation', spec, name, namespace);
}

/** A Keeper installation with a specification. */
export function chk(spec: string, name = 'keeper', namespace = 'analytics'): string {
  return installation('clickhouse-keeper.altinity.com/v1', 'ClickHouseKeeperInstallation', spec, name, namespace);
}

/** Several objects in one file. */
export function files(...documents: readonly string[]): string {
  return documents.map((document) => dedent(document)).join('---\n');
}

function installation(apiVersion: string, kind: string, spec: string, name: string, namespace: string): string {
  const head = [
    `apiVersion: ${apiVersion}`,
    `kind: ${kind}`,
    'metadata:',
    `  name: ${name}`,
    `  namespace: ${namespace}`,
  ];
  return `${head.join('\n')}\nspec:\n${dedent(spec).replaceAll(/^(?=.)/gm, '  ')}`;
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const depth = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return `${lines.map((line) => line.slice(depth)).join('\n')}\n`;
}

/** The objects of a piece of YAML, read as the API server reads it. */
export function objectsIn(yaml: string): readonly Manifest[] {
  return parseAllDocuments(yaml, { version: '1.1' }).map((document) => {
    if (document.errors[0]) throw document.errors[0];
    const object: unknown = document.toJS();
    if (!isManifest(object)) throw new Error(`This is no Kubernetes object:\n${document.toString()}`);
    return object;
  });
}
