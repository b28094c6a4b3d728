import { EdgeGateway, type Environment } from 'anyhouse';

declare const environment: Environment;

// expect: TS2322 Type 'string' is not assignable to type 'readonly string[]'.
new EdgeGateway(environment, 'edge', { allow: '10.0.0.0/8' });
