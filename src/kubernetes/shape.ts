import { parseCidr } from './cidr';
import { isUnknown, isUnknownGroup, late } from './late';
import { isDataKey, isDnsSubdomain, isLabelKey, isLabelValue } from './names';
import type { Problems } from './prop-error';
import { isCpu, isQuantity } from './quantity';
import { suggest } from './suggest';

/**
 * Run-time checks of props. TypeScript stops only fresh literals: variables, spreads, JSON and `as any` pass it, so
 * everything is checked again, unknown keys included. A check reports what is wrong and never throws.
 */
export type Check = (value: unknown, prop: string, problems: Problems) => void;

/** What a {@link leaf} demands. */
export interface Demand {
  /** Rule that a wrong value breaks. @default 'props/type' */
  readonly rule?: string;
  /** Completes "prop must ...". */
  readonly must: string;
  /** Completes "Fix: ...". */
  readonly fix: string;
  /** Completes "this one decides ...": why the value has to be known when the program runs. @default 'what is made' */
  readonly decides?: string;
}

/** A single value that a predicate accepts. Absent values pass: see {@link required}. Unknown ones do not: see {@link late}. */
export function leaf(accepts: (value: unknown) => boolean, demand: Demand): Check {
  const { rule = 'props/type', must, fix } = demand;
  return (value, prop, problems) => {
    if (value === undefined || isUnknown(value, prop, problems, demand)) return;
    if (!accepts(value)) problems.add({ rule, prop, must, got: value, fix });
  };
}

/** A value that cannot be left out. */
export function required(check: Check, demand: Demand): Check {
  return (value, prop, problems) => {
    if (value === undefined) problems.add({ rule: 'props/required', prop, got: value, ...demand });
    else check(value, prop, problems);
  };
}

/** An object with exactly these keys, each checked. */
export function shape<T>(fields: { readonly [Key in keyof Required<T>]: Check }): Check {
  const names = Object.keys(fields);
  return (value, prop, problems) => {
    if (value === undefined || isUnknownGroup(value, prop, problems)) return;
    if (!isPlainObject(value)) {
      problems.add({
        rule: 'props/type',
        prop,
        must: 'be an object',
        got: value,
        fix: `write { ${names.join(', ')} }.`,
      });
      return;
    }
    for (const key of Object.keys(value)) {
      if (!names.includes(key)) unknownKey(key, names, inside(prop, key), problems);
    }
    for (const name of names) {
      fields[name as keyof T](value[name], inside(prop, name), problems);
    }
  };
}

/** A list whose entries are all checked. */
export function listOf(check: Check, demand: Partial<Demand> & { readonly least?: number } = {}): Check {
  const { least = 0 } = demand;
  const must = demand.must ?? (least > 0 ? `be a list with at least ${least} entry` : 'be a list');
  return (value, prop, problems) => {
    if (value === undefined || isUnknownGroup(value, prop, problems)) return;
    if (!Array.isArray(value) || value.length < least) {
      problems.add({ rule: demand.rule ?? 'props/type', prop, must, got: value, fix: demand.fix ?? 'write a list.' });
      return;
    }
    for (const [index, entry] of Array.from(value).entries()) {
      if (entry === undefined)
        problems.add({
          rule: 'props/type',
          prop: `${prop}[${index}]`,
          must: 'be set',
          got: entry,
          fix: 'remove the entry.',
        });
      else check(entry, `${prop}[${index}]`, problems);
    }
  };
}

/** An object used as a map: every key and value is checked. */
export function mapOf(key: Check, check: Check): Check {
  return (value, prop, problems) => {
    if (value === undefined || isUnknownGroup(value, prop, problems)) return;
    if (!isPlainObject(value)) {
      problems.add({ rule: 'props/type', prop, must: 'be an object', got: value, fix: 'write { name: value }.' });
      return;
    }
    for (const [name, entry] of Object.entries(value)) {
      key(name, inside(prop, name), problems);
      if (entry === undefined)
        problems.add({
          rule: 'props/type',
          prop: inside(prop, name),
          must: 'be set',
          got: entry,
          fix: 'remove the key, or give it a value.',
        });
      else check(entry, inside(prop, name), problems);
    }
  };
}

/** Either of two checks, chosen by what the value looks like. */
export function when(test: (value: unknown) => boolean, then: Check, otherwise: Check): Check {
  return (value, prop, problems) => (test(value) ? then : otherwise)(value, prop, problems);
}

/** Several checks of one value; later ones run only while nothing is wrong. */
export function all(...checks: readonly Check[]): Check {
  return (value, prop, problems) => {
    for (const check of checks) {
      if (problems.has(prop)) return;
      check(value, prop, problems);
    }
  };
}

/** One of a few words or numbers. */
export function oneOf(values: readonly (string | number)[], demand: Partial<Demand> = {}): Check {
  const printed = values.map((value) => JSON.stringify(value));
  const must = `be ${printed.length > 1 ? `${printed.slice(0, -1).join(', ')} or ` : ''}${printed.at(-1)}`;
  return leaf((value) => values.includes(value as string), { must, fix: `write ${printed[0]}.`, ...demand });
}

/** A whole number between two bounds, both included. */
export function wholeNumber(least: number, most: number, demand: Partial<Demand> = {}): Check {
  return leaf((value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most, {
    must: `be a whole number from ${least} to ${most}`,
    fix: `write a number such as ${least}.`,
    ...demand,
  });
}

/** Text that is not empty and fits on one line. */
export const line: Check = leaf((value) => typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value), {
  must: 'be text on one line',
  fix: 'write a text without line breaks.',
});

/** A value that its own constructor has already checked. */
export const trusted: Check = () => {};

/** Yes or no. */
export const flag: Check = leaf((value) => typeof value === 'boolean', {
  must: 'be true or false',
  fix: 'write true or false.',
});

/** A function. */
export const callback: Check = leaf((value) => typeof value === 'function', {
  must: 'be a function',
  fix: 'write (manifest) => manifest.',
});

/** Disk or memory: {@link isQuantity}. */
export const quantity: Check = leaf(isQuantity, {
  rule: 'props/quantity',
  must: 'be a positive amount with Ki, Mi, Gi, Ti or Pi',
  fix: 'write an amount such as "500Gi"; computed ones with Quantity.parse(text) or Quantity.gibibytes(n).',
  decides: 'other amounts',
});

/** Processor time: {@link isCpu}. */
export const cpu: Check = leaf(isCpu, {
  rule: 'props/quantity',
  must: 'be a positive number of processors as text, in steps of a thousandth',
  fix: 'write "2", "0.5" or "500m".',
  decides: 'other amounts',
});

/** An address range without host bits. */
export const cidr: Check = (value, prop, problems) => {
  if (value === undefined || isUnknown(value, prop, problems, { decides: 'who may connect' })) return;
  const parsed = typeof value === 'string' ? parseCidr(value) : undefined;
  if (!parsed) {
    const single = typeof value === 'string' && /^[\d.]+$/.test(value) ? `${value}/32` : '10.0.0.0/8';
    problems.add({
      rule: 'props/cidr',
      prop,
      must: 'be an address range (CIDR)',
      got: value,
      fix: `write a range such as "${parseCidr(single) ? single : '10.0.0.0/8'}".`,
    });
  } else if (parsed.hostBits) {
    const [address] = String(value).split('/');
    const one = parsed.family === 'ipv4' ? 32 : 128;
    problems.add({
      rule: 'props/cidr-host-bits',
      prop,
      must: 'have no host bits set',
      got: value,
      fix: `write "${parsed.network}", or "${address}/${one}" for one address.`,
    });
  }
};

/** Name of an object that need not be a DNS label: Secret, StorageClass, ServiceAccount. */
export const objectName: Check = leaf((value) => typeof value === 'string' && isDnsSubdomain(value), {
  rule: 'names/invalid',
  must: 'be a Kubernetes name: lower case letters, digits, "-" and "."',
  fix: 'write a name such as "my-name".',
  decides: 'names',
});

/** Name of a namespace, which is a DNS label: it has no dots. */
export const namespaceName: Check = leaf(
  (value) => typeof value === 'string' && value.length <= 63 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(value),
  {
    rule: 'names/invalid',
    must: 'be the name of a namespace: lower case letters, digits and "-", at most 63',
    fix: "write a name such as 'my-namespace'.",
    decides: 'names',
  },
);

/** Key of a Secret or ConfigMap. */
export const dataKey: Check = leaf((value) => typeof value === 'string' && isDataKey(value), {
  rule: 'names/invalid',
  must: 'be a key of a Secret: letters, digits, "-", "_" and "."',
  fix: 'write a key such as "password".',
  decides: 'which key is read',
});

const labelKey = all(
  leaf((value) => isLabelKey(String(value)), {
    rule: 'names/label',
    must: 'be a label key',
    fix: 'write a key such as "example.com/team".',
  }),
  // cdk8s asks objects for their constructor before it writes them.
  leaf((value) => value !== 'constructor', {
    rule: 'names/label',
    must: 'not be "constructor", which cdk8s cannot write',
    fix: 'choose another key, such as "example.com/constructor".',
  }),
);
const labelValue = leaf((value) => typeof value === 'string' && isLabelValue(value), {
  rule: 'names/label',
  must: 'be a label value: at most 63 letters, digits, "-", "_" and "."',
  fix: 'write a value such as "payments".',
  decides: 'what is selected',
});

/** Labels that select something: keys and values in the form that the API server takes. */
export const labels: Check = mapOf(labelKey, labelValue);

/** Labels that objects get, for others to read. */
export const ownLabels: Check = mapOf(labelKey, late(labelValue));

/** Annotations: any text under a valid key. */
export const annotations: Check = mapOf(
  leaf((value) => isLabelKey(String(value)), {
    rule: 'names/label',
    must: 'be an annotation key',
    fix: 'write a key such as "example.com/note".',
  }),
  late(leaf((value) => typeof value === 'string', { must: 'be text', fix: 'put the value in quotes.' })),
);

/** Name of a prop inside of another one, as it is written. */
export function inside(prop: string, key: string): string {
  const plain = /^[A-Za-z_$][\w$-]*$/.test(key);
  if (!plain) return `${prop}[${JSON.stringify(key)}]`;
  return prop === '' ? key : `${prop}.${key}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownKey(key: string, known: readonly string[], prop: string, problems: Problems): void {
  const meant = suggest(key, known);
  problems.add({
    rule: 'props/unknown',
    prop,
    must: 'not be set: there is no such prop',
    got: key,
    fix: meant ? `write "${meant}".` : `use one of ${known.join(', ')}.`,
  });
}
