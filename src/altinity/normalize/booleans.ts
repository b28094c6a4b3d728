const yes = ['1', 'true', 'yes', 'on', 'enable', 'enabled'];
const no = ['0', 'false', 'no', 'off', 'disable', 'disabled'];

/** The values that every release of the operator takes for yes or no. */
export const booleanWords: readonly string[] = ['', ...yes, ...no];

/**
 * Reads the operator's own kind of boolean, in every spelling of every release. Undefined when nothing is given. A word
 * that it does not know counts as no, as in the operator.
 */
export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value === 1;
  return typeof value === 'string' ? yes.includes(value.toLowerCase()) : undefined;
}

/** Whether a word or value means yes or no at all. */
export function isBoolean(value: unknown): boolean {
  if (typeof value === 'boolean' || value === 0 || value === 1) return true;
  return typeof value === 'string' && booleanWords.includes(value.toLowerCase());
}
