import type { SettingsProfile } from 'anyhouse';

export const profile: SettingsProfile = {
  // expect: TS2820 Type '"in-order"' is not assignable to type
  load_balancing: 'in-order',
};
