import { Exposure } from 'anyhouse';

// expect: TS2345 Argument of type '{ hostname: string; }' is not assignable to parameter of type 'PublicExposureOptions'.
export const exposure = Exposure.public({ hostname: 'events.example.com' });
