/** For options that may be repeated: adds a value to those before it. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** For options that take several values with commas between them. */
export function list(value: string): readonly string[] {
  return value.split(',').map((each) => each.trim());
}
