import type { KnownSetting } from './catalogue';

/** What a value must be, and what to write. */
export interface ValueFault {
  readonly must: string;
  readonly fix: string;
}

const units: Readonly<Record<string, bigint>> = {
  K: 10n ** 3n,
  M: 10n ** 6n,
  G: 10n ** 9n,
  T: 10n ** 12n,
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
};

/** Bounds of whole numbers, both included. */
const ranges: Readonly<Record<string, readonly [least: bigint, most: bigint]>> = {
  UInt64: [0n, 2n ** 64n - 1n],
  NonZeroUInt64: [1n, 2n ** 64n - 1n],
  UInt64Auto: [0n, 2n ** 64n - 1n],
  MaxThreads: [0n, 2n ** 64n - 1n],
  UInt32: [0n, 2n ** 32n - 1n],
  Int32: [-(2n ** 31n), 2n ** 31n - 1n],
  Int64: [-(2n ** 63n), 2n ** 63n - 1n],
};

/** What is wrong with a value of a setting; undefined where the server takes it. */
export function valueFault(setting: KnownSetting, value: unknown): ValueFault | undefined {
  const { type, words, several } = setting;
  if (!['string', 'number', 'boolean'].includes(typeof value)) {
    return { must: 'be text, a number, true or false', fix: `write a value such as ${example(setting)}.` };
  }
  if (value === '_removed_') return undefined;
  if (words) return wordFault(value, words, several);
  if (/Auto$|^MaxThreads$/.test(type) && value === 'auto') return undefined;
  if (/^Bool/.test(type))
    return isSwitch(value) ? undefined : { must: 'be true or false', fix: 'write true or false.' };
  const range = ranges[type];
  if (range) return wholeFault(setting, value, range);
  if (/^(Float|FloatAuto|Double|Seconds|Milliseconds)$/.test(type)) return numberFault(setting, value);
  if (type === 'Char' && String(value).length > 1) {
    return { must: 'be one character', fix: "write a character such as ','." };
  }
  return typeof value === 'boolean' ? { must: 'be text', fix: `write ${example(setting)}.` } : undefined;
}

function isSwitch(value: unknown): boolean {
  return [true, false, 0, 1, '0', '1', 'true', 'false'].includes(value as string);
}

function wordFault(value: unknown, words: readonly string[], several: boolean): ValueFault | undefined {
  const text = typeof value === 'boolean' ? String(Number(value)) : String(value);
  const given = several ? text.split(',').map((word) => word.trim()) : [text];
  if (given.every((word) => words.includes(word))) return undefined;
  // A server matches words exactly, so a word in other letters is the likeliest mistake.
  const meant = words.find((word) => word.toLowerCase() === text.toLowerCase()) ?? words.find((word) => word !== '');
  const listed = words.map((word) => JSON.stringify(word)).join(', ');
  return { must: `be ${several ? 'some' : 'one'} of ${listed}`, fix: `write ${JSON.stringify(meant)}.` };
}

function wholeFault(setting: KnownSetting, value: unknown, range: readonly [bigint, bigint]): ValueFault | undefined {
  const [least, most] = range;
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return {
      must: 'be text where it has more than 15 digits',
      fix: "write the digits in quotes: '18446744073709551615'.",
    };
  }
  const [, digits, unit = ''] = /^(-?\d+)(|[KMGT]i?)$/.exec(String(value)) ?? [];
  const number = digits === undefined ? undefined : BigInt(digits) * (units[unit] ?? 1n);
  if (number !== undefined && number >= least && number <= most) return undefined;
  return {
    must: `be a whole number from ${least} to ${most}, also as text with K, M, G, T, Ki, Mi, Gi or Ti`,
    fix: `write a number such as ${example(setting)}.`,
  };
}

function numberFault(setting: KnownSetting, value: unknown): ValueFault | undefined {
  const number = typeof value === 'boolean' || String(value).trim() === '' ? Number.NaN : Number(value);
  const negative = /seconds$/i.test(setting.type) && number < 0;
  if (Number.isFinite(number) && !negative) return undefined;
  return {
    must: `be a number${negative ? ' that is not negative' : ''}`,
    fix: `write a number such as ${example(setting)}.`,
  };
}

/** A value that the server takes: its own default, where that is one. */
function example({ type, fallback }: KnownSetting): string {
  if (/^-?\d+(\.\d+)?$/.test(fallback)) return fallback;
  return type === 'String' ? "'text'" : '1';
}
