import type { Problems } from './prop-error';
import type { Check, Demand } from './shape';
import { isOutput, isToken } from './token';

/**
 * A value that may be a token of an Output: what it will be goes to manifests as it is, alone or inside of text. Nothing
 * may be derived from it: no name, length, order or hash.
 */
export function late(check: Check): Check {
  return (value, prop, problems) => {
    if (!isToken(value)) check(value, prop, problems);
  };
}

/** What to do about an Output in the place of an object or a list. */
const inside = 'write it as it is, with asString(output) of anyhouse/pulumi for what is inside.';

/** The same as {@link isUnknown}, of an object or a list. */
export function isUnknownGroup(value: unknown, prop: string, problems: Problems): boolean {
  return isUnknown(value, prop, problems, {}, inside);
}

/** Reports a value that is not known yet where it has to be, and an Output that is not written as a token. */
export function isUnknown(
  value: unknown,
  prop: string,
  problems: Problems,
  { rule, decides = 'what is made' }: Partial<Pick<Demand, 'rule' | 'decides'>> = {},
  way = `write ${rule === 'props/quantity' ? 'asQuantity' : 'asString'}(output) of anyhouse/pulumi.`,
): boolean {
  if (isToken(value)) {
    problems.add({
      rule: 'props/known',
      prop,
      must: 'be known when the program runs',
      gotText: 'an Output of Pulumi (as a token)',
      fix: `give a plain value; this one decides ${decides}.`,
    });
    return true;
  }
  if (!isOutput(value)) return false;
  problems.add({
    rule: 'props/output',
    prop,
    must: 'be a plain value',
    gotText: 'an Output of Pulumi',
    fix: way,
  });
  return true;
}
