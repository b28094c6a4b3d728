import { Dns01 } from 'anyhouse';

// expect: TS2322 Type 'string' is not assignable to type 'IssuerSecretKey'
export const solver = Dns01.cloudflare({ apiToken: 'a token' });
