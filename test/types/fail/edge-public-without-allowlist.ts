import { EdgeGateway, type Environment, Exposure } from 'anyhouse';

declare const environment: Environment;

// expect: TS2345 Argument of type '{}' is not assignable to parameter of type 'PublicExposureOptions'.
new EdgeGateway(environment, 'edge', { exposure: Exposure.public({}) });
