import * as pulumi from '@pulumi/pulumi';
import { isQuantity, Quantity } from '../../kubernetes/quantity';
import { numberOfToken, tokenNumbered } from '../../kubernetes/token';
import { demandSameCopy } from '../copies';
import { withoutStack } from '../without-stack';

/*
 * Props hold text, not Outputs. A token is text that stands for an Output: `${pulumi.7}`. The table of what each stands
 * for is one for the whole process, also where two copies of this library are loaded: a token made in one file is put
 * back in another.
 */

/** An Output behind a token. */
export interface Issued {
  readonly output: pulumi.Output<unknown>;
  /** Where the program asked for it: a line of the stack. */
  readonly place: string;
}

interface Table {
  readonly issued: Issued[];
  readonly known: WeakMap<object, string>;
  /** Outputs that are checked to be quantities, by those that they come from. */
  readonly quantities: WeakMap<object, pulumi.Output<string>>;
  /** Tokens asked for while a program is built, so that lost ones are noticed. */
  watching?: Set<string>;
}

const key = Symbol.for('anyhouse.pulumi.outputs');
const shared = globalThis as { [key]?: Table };
shared[key] ??= { issued: [], known: new WeakMap(), quantities: new WeakMap() };
const table: Table = shared[key];

/**
 * Text for a prop from a value that is only known when it is deployed: the name of a bucket, the ARN of a role. It may
 * stand alone or inside of other text. Only a value that is written out as it is can be late; what decides names or
 * shape has to be plain, and such props refuse it.
 *
 * ```ts
 * ObjectStore.s3({ bucket: asString(bucket.bucket), region: 'eu-west-1' });
 * ```
 */
export function asString(value: pulumi.Input<string>): string {
  return typeof value === 'string' ? value : tokenFor(value, pulumi.output(ofOneCopy('asString', value)));
}

/**
 * A quantity for a prop from a value that is only known when it is deployed. It is checked then.
 * @throws RangeError for text that is no quantity
 */
export function asQuantity(value: pulumi.Input<string>): Quantity {
  if (typeof value === 'string') return Quantity.parse(value);
  const known = table.quantities.get(value);
  const checked = known ?? pulumi.output(ofOneCopy('asQuantity', value)).apply(demandQuantity);
  table.quantities.set(value, checked);
  return tokenFor(checked) as Quantity;
}

function demandQuantity(text: string): Quantity {
  if (isQuantity(text)) return text;
  throw withoutStack(
    new RangeError(`asQuantity: the Output must be an amount such as 500Gi, got ${JSON.stringify(text)}.`),
  );
}

/** @throws Error for an Output of another copy of Pulumi, which would never come to a value */
function ofOneCopy<T>(what: string, value: pulumi.Input<T>): pulumi.Input<T> {
  if (pulumi.Output.isInstance(value)) demandSameCopy(what, value);
  return value;
}

/** The token of a value; the same value has the same one. */
export function tokenFor(value: object, output: pulumi.Output<unknown> = pulumi.output(value)): string {
  let token = table.known.get(value);
  if (token === undefined) {
    token = tokenNumbered(table.issued.length);
    table.issued.push({ output, place: callerOf(new Error().stack) });
    table.known.set(value, token);
  }
  table.watching?.add(token);
  return token;
}

/** What a token stands for; undefined when no such one was issued in this process. */
export function issuedFor(token: string): Issued | undefined {
  return table.issued[numberOfToken(token)];
}

/** Runs a program, and tells which tokens it asked for. */
export function watchTokens<T>(program: () => T): { readonly result: T; readonly asked: ReadonlySet<string> } {
  const outer = table.watching;
  const asked = new Set<string>();
  table.watching = asked;
  try {
    return { result: program(), asked };
  } finally {
    table.watching = outer;
  }
}

/** The first place outside of this folder in a stack. */
function callerOf(stack = ''): string {
  const lines = stack.split('\n').slice(1);
  return (lines.find((line) => !line.includes(__dirname)) ?? '').trim().replace(/^at /, '');
}
