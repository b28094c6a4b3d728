import { EdgeGateway, type Environment } from 'anyhouse';

declare const environment: Environment;

new EdgeGateway(environment, 'edge', {
  allow: ['10.0.0.0/8'],
  // expect: TS2322 Type '{ name: string; }' is not assignable to type 'undefined'.
  tls: { secret: 'edge-tls', issuer: { name: 'letsencrypt' } },
});
