import * as pulumi from '@pulumi/pulumi';
import { splitAtTokens, tokensOf } from '../../kubernetes/token';
import { withoutStack } from '../without-stack';
import { issuedFor } from './tokens';

/** A problem with Outputs in one object, told with the place. */
export class OutputError extends Error {
  /** Tells it from other errors where two copies of this library are loaded. */
  override readonly name = 'OutputError';

  constructor(message: string) {
    super(message);
    withoutStack(this);
  }
}

/**
 * A value with Outputs in the place of their tokens, each with its own secretness: a token that is all of a text becomes
 * the Output itself, others are joined.
 * @param path of the construct, for errors
 * @throws OutputError where an Output is lost: as a key of a map, in base64, cut in pieces, or printed by JavaScript
 */
export function restore(value: unknown, path: string, field = ''): unknown {
  if (typeof value === 'string') return restoreText(value, path, field);
  if (Array.isArray(value)) return value.map((entry, index) => restore(entry, path, `${field}[${index}]`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const place = field === '' ? key : `${field}.${key}`;
      if (damaged.test(key))
        throw wrong(path, place, 'an Output is the key of a map', 'Keys decide the shape: give a plain value.');
      return [key, restore(inner, path, place)];
    }),
  );
}

/** Tokens that occur in a value. */
export function tokensIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') for (const token of tokensOf(value)) found.add(token);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) tokensIn(inner, found);
  return found;
}

/** What is left of a token that was changed, and of one that was encoded for an address. */
const damaged = /\$\{pulumi\.?|pulumi\.\d+\}|%7Bpulumi\.\d+/i;

/** What JavaScript makes of an Output in a template literal, or in JSON. */
const printedOutput = /Calling \[to(String|JSON)\] on an \[Output/;

const base64 = /^[A-Za-z0-9+/\s]{12,}={0,2}\s*$/;

function restoreText(text: string, path: string, field: string): unknown {
  if (printedOutput.test(text))
    throw wrong(
      path,
      field,
      'an Output was put into text',
      'Put asString(output) into the text instead of the Output.',
    );
  const parts = splitAtTokens(text);
  if (parts.some((part, index) => index % 2 === 0 && damaged.test(part)))
    throw wrong(
      path,
      field,
      'the token of an Output was changed',
      'Do not cut, encode or change the case of its text.',
    );
  if (parts.length === 1) {
    if (base64.test(text) && damaged.test(Buffer.from(text, 'base64').toString('latin1')))
      throw wrong(path, field, 'an Output is hidden in base64', 'Put it into stringData, where it stays readable.');
    return text;
  }
  const values = parts.map((part, index) => (index % 2 === 0 ? part : outputOf(part, path, field)));
  const written = values.filter((part) => part !== '');
  if (written.length === 1) return written[0];
  const special = specialIn(text);
  return pulumi.all(values).apply((known: readonly unknown[]): string => {
    // Where a preview cannot ask the API server, fields such as metadata.uid are missing, and not unknown.
    if (pulumi.runtime.isDryRun() && known.includes(undefined)) return pulumi.unknown as unknown as string;
    return known
      .map((part, index) => {
        const inserted = asText(part, path, field);
        if (index % 2 === 0 || !special?.test(inserted)) return inserted;
        throw wrong(
          path,
          field,
          `an Output holds ${special.exec(inserted)?.[0]}`,
          'Escape it before asString: the text around it gives that a meaning.',
        );
      })
      .join('');
  });
}

/** Characters that would break the text around an Output, where that is XML or JSON: nobody can escape them any more. */
function specialIn(text: string): RegExp | undefined {
  if (/^\s*</.test(text)) return /[<>&]/;
  try {
    JSON.parse(text);
    return /["\\\n]/;
  } catch {
    return undefined;
  }
}

function outputOf(token: string, path: string, field: string): pulumi.Output<unknown> {
  const issued = issuedFor(token);
  if (issued) return issued.output;
  throw wrong(path, field, `${token} stands for no Output of this run`, 'Make tokens with asString, never by hand.');
}

function asText(part: unknown, path: string, field: string): string {
  if (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean') return String(part);
  const got = part === undefined || part === null ? 'nothing' : 'an object';
  throw wrong(path, field, `an Output inside of text turned out to be ${got}`, 'It has to be text or a number.');
}

function wrong(path: string, field: string, what: string, fix: string): OutputError {
  return new OutputError(`Object '${path}': ${field}: ${what}. Fix: ${fix}`);
}
