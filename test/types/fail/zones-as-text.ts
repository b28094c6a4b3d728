import { Platform } from 'anyhouse';

// expect: TS2322 Type 'string' is not assignable to type 'readonly string[]'
export const platform = Platform.eks({ region: 'eu-west-1', zones: 'eu-west-1a' });
