import * as pulumi from '@pulumi/pulumi';
import { ApiObject, App, Chart } from 'cdk8s';
import { type Reporter, reportFindings } from '../../checks/synth';
import type { Manifest } from '../../kubernetes/manifest';
import { withoutStack } from '../without-stack';
import { dependenciesOf, explicitDependencies } from './order';
import { OutputResolver } from './output-resolver';
import { OutputError, restore, tokensIn } from './restore';
import { issuedFor, watchTokens } from './tokens';

/** An object that a program makes. */
export interface ProgramObject {
  readonly object: ApiObject;
  /** With tokens in it. */
  readonly manifest: Manifest;
  /** With Outputs in their places. */
  readonly inputs: Manifest;
  /** What has to be there before. */
  readonly dependencies: ReadonlySet<ApiObject>;
}

/**
 * Runs a cdk8s program, checks it, and takes its objects in an order in which each comes after what it needs.
 * @throws Error with the findings when a check refuses it, and where an Output gets lost on the way
 */
export function renderProgram<T>(
  build: (app: App) => T,
  report: Reporter,
): { readonly result: T; readonly objects: readonly ProgramObject[] } {
  const app = new App({ resolvers: [new OutputResolver()] });
  reportFindings(app, report);
  const { result, asked } = watchTokens(() => build(app));
  if (result instanceof Promise || pulumi.Output.isInstance(result))
    throw withoutStack(
      new Error('build must return at once: objects that are made later would be missing from the preview.'),
    );
  const found = app.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  // Before cdk8s adds those of whole charts, which would make everything wait for everything.
  const explicit = explicitDependencies(found);
  // The first chart makes cdk8s check the whole program.
  synthesize(app.node.findAll().find((construct) => Chart.isChart(construct)));
  const manifests = new Map(found.map((object) => [object, manifestOf(object)]));
  const inputs = new Map([...manifests].map(([object, it]) => [object, restore(it, object.node.path) as Manifest]));
  demandFound(asked, manifests);
  const dependencies = dependenciesOf(manifests, explicit);
  const objects = inOrder(found, dependencies).map((object) => ({
    object,
    manifest: manifests.get(object) as Manifest,
    inputs: inputs.get(object) as Manifest,
    dependencies: dependencies.get(object) as ReadonlySet<ApiObject>,
  }));
  return { result, objects };
}

/** @throws Error with the findings, as one that explains itself */
function synthesize(chart: Chart | undefined): void {
  try {
    chart?.toJson();
  } catch (error) {
    throw error instanceof Error && error.message.startsWith('Validation failed') ? withoutStack(error) : error;
  }
}

/** The manifest of an object. Every Output that cdk8s meets on the way has to be in it. */
function manifestOf(object: ApiObject): Manifest {
  const { result, asked } = watchTokens((): Manifest => object.toJson());
  const there = tokensIn(result);
  if ([...asked].every((token) => there.has(token))) return result;
  throw new OutputError(
    `Object '${object.node.path}': an Output was lost when cdk8s wrote it. ` +
      'Fix: put Outputs where single values stand, not in the place of a whole map or list, or use asString(output).',
  );
}

function demandFound(asked: ReadonlySet<string>, manifests: ReadonlyMap<ApiObject, Manifest>): void {
  const there = tokensIn([...manifests.values()]);
  const lost = [...asked].find((token) => !there.has(token));
  if (lost === undefined) return;
  const { place } = issuedFor(lost) ?? {};
  throw new OutputError(
    `An Output that asString made text of${place ? ` (${place})` : ''} is in no object: it was dropped, encoded, or became ` +
      'part of a hash. Fix: use it only where it is written out as it is, or leave it out.',
  );
}

/** Objects after those that they depend on, otherwise as they were made. */
function inOrder(
  objects: readonly ApiObject[],
  dependencies: ReadonlyMap<ApiObject, ReadonlySet<ApiObject>>,
): readonly ApiObject[] {
  const ordered = new Set<ApiObject>();
  const visited = new Set<ApiObject>();
  const stack = [...objects].reverse();
  for (let object = stack.at(-1); object !== undefined; object = stack.at(-1)) {
    const open = [...(dependencies.get(object) ?? [])].filter((other) => !visited.has(other));
    visited.add(object);
    if (open.length > 0) stack.push(...open.reverse());
    else ordered.add(stack.pop() as ApiObject);
  }
  return [...ordered];
}
