import type { SettingsProfile } from 'anyhouse';

export const profile: SettingsProfile = {
  max_threads: 4,
  // expect: TS2561 'max_memory_usge' does not exist in type 'SettingsProfile'. Did you mean to write 'max_memory_usage'?
  max_memory_usge: '10G',
};
