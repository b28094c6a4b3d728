import type { altinity } from 'anyhouse';

export const settings: altinity.Settings = {
  'logger/level': 'information',
  // expect: TS2353 'size' does not exist in type
  logger: { size: '100M' },
};
