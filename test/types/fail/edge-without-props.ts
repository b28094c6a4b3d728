import { EdgeGateway, type Environment } from 'anyhouse';

declare const environment: Environment;

// expect: TS2554 Expected 3 arguments, but got 2.
new EdgeGateway(environment, 'edge');
