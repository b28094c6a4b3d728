/**
 * Where the values of a manifest come from, so that a finding about a manifest can name the prop that its author wrote.
 */
export interface Origin {
  /** Kind of construct, as in errors: `Cluster`. */
  readonly thing: string;
  /** Path of the construct. */
  readonly path: string;
  /** Props by JSON pointer; the longest pointer that is a prefix of the place in question wins. */
  readonly props: Readonly<Record<string, string>>;
}

/** The prop that made the value at a place of the manifest; undefined where no prop did. */
export function propAt(origin: Origin, pointer: string): string | undefined {
  let place = pointer;
  while (place !== '') {
    const prop = origin.props[place];
    if (prop !== undefined) return prop;
    place = place.slice(0, place.lastIndexOf('/'));
  }
  return undefined;
}
