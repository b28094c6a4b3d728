/** A line of the generated tables: name, type, default, and everything else as words. */
export type Row = readonly [name: string, type: string, fallback: string, marks?: string];
