import type { altinity } from 'anyhouse';

// expect: TS2322 Type '"0.24.5"' is not assignable to type
export const version: altinity.OperatorVersion = '0.24.5';
