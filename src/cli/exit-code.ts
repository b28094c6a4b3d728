/** How commands end. docs/cli.md explains each. */
export const exitCode = {
  /** Done; nothing to complain about. */
  ok: 0,
  /** Done, and the answer is no: errors were found, or it is not ready. */
  negative: 1,
  /** Not done: wrong usage, input that cannot be read, or a cluster that does not answer. */
  unusable: 2,
  /** Done, and the answer is: not in one go. */
  staged: 3,
  /** A fault in this program. */
  internal: 70,
} as const;
