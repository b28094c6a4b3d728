import type { QuerySettings } from './generated/query-settings';

/**
 * Settings of a profile. Users of the profile start every session with them. `profile` names a profile whose settings
 * hold as well; those written here win.
 */
export type SettingsProfile = QuerySettings & {
  /** A profile whose settings hold as well. */
  readonly profile?: string;
};
