import { Platform } from 'anyhouse';

// expect: TS2345 Property 'region' is missing in type '{ zones: string[]; }'
export const platform = Platform.eks({ zones: ['eu-west-1a'] });
