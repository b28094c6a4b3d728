import { asText } from '../kubernetes/manifest';
import { show } from '../kubernetes/prop-error';
import { suggest } from '../kubernetes/suggest';
import type { FieldFault } from './field-faults';
import type { FieldEntry } from './fields';
import { booleanOf, booleanWords, isBoolean } from './normalize/booleans';
import { type OperatorVersion, supports } from './versions';

/** A fault without its place. */
export type ValueFault = Omit<FieldFault, 'pointer' | 'field' | 'message'>;

/** What is wrong with a single value. */
export function valueFault(value: unknown, entry: FieldEntry, target: OperatorVersion): ValueFault | undefined {
  const got = show(value);
  switch (entry.type) {
    case 'string':
      return typeof value === 'string' ? textFault(value, entry, target) : { ...quotes(value), got };
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) ? rangeFault(value, entry) : { ...wholeNumber, got };
    case 'boolean':
      if (typeof value === 'boolean') return undefined;
      return { problem: 'type', must: 'be true or false', got, fix: 'write true or false, without quotes.' };
    default:
      return undefined;
  }
}

/** What is wrong with a switch. From 0.27.2 on the CRD takes anything, and the operator drops what it does not know. */
export function switchFault(value: unknown, target: OperatorVersion): ValueFault | undefined {
  const got = show(value);
  const must = 'be "yes" or "no", in quotes';
  const suggestion = isBoolean(value) && value !== '' ? (booleanOf(value) ? 'yes' : 'no') : undefined;
  const fix = `write "${suggestion ?? 'yes'}"${suggestion ? '' : ' or "no"'}.`;
  if (supports(target, 'looseSpelling')) {
    return isBoolean(value) ? undefined : { problem: 'enum', must, got, fix, suggestion };
  }
  if (typeof value !== 'string') return { problem: 'type', must, got, fix, suggestion };
  return strictWords.includes(value) ? undefined : { problem: 'enum', must, got, fix, suggestion };
}

/** Up to 0.27.1 words are taken in lower case or with one capital. */
const strictWords = booleanWords.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]);

const wholeNumber = { problem: 'type', must: 'be a whole number', fix: 'write a number without quotes.' } as const;

function quotes(value: unknown) {
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  return { problem: 'type', must: 'be text', fix: scalar ? `write "${value}", in quotes.` : 'write a text.' } as const;
}

function textFault(value: string, entry: FieldEntry, target: OperatorVersion): ValueFault | undefined {
  const got = show(value);
  const words = [...(entry.enum ?? []), ...(supports(target, 'looseSpelling') ? (entry.looseEnum ?? []) : [])];
  if (entry.enum && !words.includes(value)) {
    const known = canonical(entry);
    const near = known.find((word) => word.toLowerCase() === value.toLowerCase()) ?? suggest(value, known);
    const printed = known.map((word) => `"${word}"`);
    const must = `be ${[printed.slice(0, -1).join(', '), printed.at(-1)].filter(Boolean).join(' or ')}`;
    const fix = near === undefined ? 'write one of them.' : `write "${near}".`;
    return { problem: 'enum', must, got, fix, suggestion: near };
  }
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = entry;
  const length = [...value].length;
  if (length >= minLength && length <= maxLength && (pattern === undefined || new RegExp(pattern).test(value))) {
    return undefined;
  }
  // The only pattern in the CRDs is that of names.
  const must = maxLength < 100 ? `be ${minLength} to ${maxLength} letters, digits and "-"` : `match ${pattern}`;
  return { problem: 'pattern', must, got, fix: 'write a shorter or plainer name.' };
}

/** One spelling of each text, without the empty one. */
function canonical({ enum: words = [] }: FieldEntry): readonly string[] {
  return words.filter((word, index) => {
    const twin = words.findIndex((other) => other.toLowerCase() === word.toLowerCase());
    return word !== '' && twin === index;
  });
}

function rangeFault(value: number, { minimum, maximum }: FieldEntry): ValueFault | undefined {
  if (value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity)) return undefined;
  const must = maximum === undefined ? `be at least ${minimum}` : `be from ${minimum ?? 0} to ${maximum}`;
  const nearest = minimum !== undefined && value < minimum ? minimum : maximum;
  return { problem: 'range', must, got: asText(value), fix: `write ${nearest}, or leave it out.` };
}
