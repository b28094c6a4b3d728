import { type Check, leaf } from '../../kubernetes/shape';
import { isOutput } from '../../kubernetes/token';

/** A value that may be an Output or a promise, which nobody can check yet; a plain one is checked. */
export function input(check: Check): Check {
  return (value, prop, problems) => {
    if (!isOutput(value) && !(value instanceof Promise)) check(value, prop, problems);
  };
}

/** A value that decides which resources there are. An Output could not: resources made later are missing in a preview. */
export function plain(check: Check): Check {
  return (value, prop, problems) => {
    if (!isOutput(value)) return check(value, prop, problems);
    problems.add({
      rule: 'clusters/plain',
      prop,
      must: 'be a plain value, as it decides which resources there are',
      gotText: 'an Output',
      fix: 'write it down, or read it from the configuration of the stack.',
    });
  };
}

/** Text, or an Output of text. */
export const inputText: Check = input(
  leaf((value) => typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value), {
    must: 'be text or an Output',
    fix: 'write its name, or an output of the program that made it.',
  }),
);
