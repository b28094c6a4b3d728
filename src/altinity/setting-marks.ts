import type { SecretValue, SettingScalar } from './spec/values';

/** A value of a setting that this library does not know: one value, a list that repeats it, or a section of them. */
export type AnySetting = SettingScalar | readonly SettingScalar[] | SecretValue | AnySettings;

/** Settings of any name. A section becomes an element with elements inside. */
export interface AnySettings {
  readonly [name: string]: AnySetting;
}

/** Values of settings with a meaning of their own. */
export const Setting = {
  /** Takes a setting out of what ClickHouse brings along, so that the default of the server holds. */
  removed: '_removed_',
} as const;

const allowed = Symbol.for('anyhouse.allowedSetting');

/**
 * Lets settings through that this library does not know: of newer servers, or with a custom prefix. Nothing is checked
 * but their names, which have to be names of XML elements.
 *
 * ```ts
 * const profiles = { web: { max_threads: 4, ...allowUnknown({ SQL_tenant: 'web' }) } };
 * ```
 */
export function allowUnknown(settings: AnySettings): object {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, { [allowed]: value }]));
}

/** What {@link allowUnknown} let through; undefined for everything else. */
export function allowedSetting(value: unknown): { readonly value: unknown } | undefined {
  return typeof value === 'object' && value !== null && allowed in value
    ? { value: (value as Record<symbol, unknown>)[allowed] }
    : undefined;
}

/** Whether a value stays in a Secret. */
export function isSecretValue(value: unknown): value is SecretValue {
  return typeof value === 'object' && value !== null && 'valueFrom' in value;
}
