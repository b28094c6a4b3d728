import type { QuerySettings } from './generated/query-settings';

/** Settings of a profile. Users of the profile start every session with them. */
export interface SettingsProfile extends QuerySettings {
  /** A profile whose settings hold as well; those written here win. */
  readonly profile?: string;
}
