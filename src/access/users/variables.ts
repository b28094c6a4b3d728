/** Annotation of the Job with the users whose hashes it reads, in the order of their variables. */
export const sqlUsersAnnotation = 'anyhouse.dev/sql-users';

/** The variable with the hash of a password, in the order in which the Job reads them. */
export function hashVariable(index: number): string {
  return `HASH_${index}`;
}

/** The place of a variable in that order; undefined for other variables. */
export function hashIndex(variable: string): number | undefined {
  const [, index] = /^HASH_(\d+)$/.exec(variable) ?? [];
  return index === undefined ? undefined : Number(index);
}
