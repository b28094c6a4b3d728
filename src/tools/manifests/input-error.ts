/** Input that cannot be used: a path, a file or a value given on the command line. Names every fault at once. */
export class InputError extends Error {
  override readonly name = 'InputError';

  /** @param problems one sentence each, starting with the place: `chi.yaml:7: ...` */
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}
