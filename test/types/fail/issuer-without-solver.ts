import { Issuer } from 'anyhouse';

// expect: TS2322 Type '[]' is not assignable to type 'readonly [Dns01, ...Dns01[]]'
export const issuer = Issuer.acme({ email: 'ops@example.com', dns01: [] });
