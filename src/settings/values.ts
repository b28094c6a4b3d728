/** Takes a setting out of what ClickHouse brings along: `Setting.removed`. */
export type Removed = '_removed_';

/** A switch. It is written as 1 or 0. */
export type Switch = boolean | 0 | 1;

/**
 * A number. As text where it has more than 15 digits, or with a unit: K, M, G, T are powers of 1000, Ki, Mi, Gi, Ti of
 * 1024. Negative and fractional ones are refused where the setting takes none.
 */
export type Amount = number | `${number}` | `${number}${'K' | 'M' | 'G' | 'T' | 'Ki' | 'Mi' | 'Gi' | 'Ti'}`;

/** Free text. */
export type Text = string | number;
