import { EdgeGateway, type Environment } from 'anyhouse';

declare const environment: Environment;

// expect: TS2741 Property 'most' is missing in type '{ least: number; }' but required in type 'EdgeAutoscaling'.
new EdgeGateway(environment, 'edge', { allow: ['10.0.0.0/8'], autoscaling: { least: 2 } });
