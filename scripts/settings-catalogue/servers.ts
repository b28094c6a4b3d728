/** A server whose settings the catalogue holds, and the package that has its engine. */
export interface Server {
  /** Release, as images are tagged: `26.3`. */
  readonly release: string;
  /** Package of PyPI; absent for the engine of npm that the tests use. */
  readonly python?: string;
}

/** Oldest first. A test holds the catalogue against the one of npm. */
export const servers: readonly Server[] = [
  { release: '25.8', python: 'chdb==3.7.2' },
  { release: '26.1', python: 'chdb-core==26.1.0' },
  { release: '26.3', python: 'chdb-core==26.3.0' },
  { release: '26.5', python: 'chdb-core==26.5.0' },
  { release: '26.7' },
  { release: '26.9', python: 'chdb-core==26.9.0' },
];
