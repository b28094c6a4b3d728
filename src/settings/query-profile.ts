import type { QuerySettings } from './generated/query-settings';
import type { Amount, Text } from './values';

/** How far users of a profile may change a setting in their sessions and queries. */
export interface SettingConstraint {
  /** The least value. @default - any */
  readonly min?: Amount | Text;
  /** The greatest value. @default - any */
  readonly max?: Amount | Text;
  /** It cannot be changed at all. @default - it can */
  readonly readonly?: true;
  /** It can be changed within the bounds even where the profile says `readonly: 1`. @default - it cannot */
  readonly changeable_in_readonly?: true;
}

/** Constraints by the name of the setting. */
export type SettingConstraints = { readonly [Name in keyof QuerySettings]?: SettingConstraint };

/**
 * Settings of a profile. Users of the profile start every session with them. `profile` names a profile whose settings
 * hold as well; those written here win.
 */
export type SettingsProfile = QuerySettings & {
  /** A profile whose settings hold as well. */
  readonly profile?: string;
  /** What users may not exceed, by setting: `{ max_memory_usage: { max: '20Gi' } }`. */
  readonly constraints?: SettingConstraints;
};
