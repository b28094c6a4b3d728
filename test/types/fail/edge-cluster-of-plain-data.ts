import { EdgeGateway, type Environment } from 'anyhouse';

declare const environment: Environment;

// expect: TS2740 Type '{ name: string; }' is missing the following properties from type 'ClickHouseCluster'
new EdgeGateway(environment, 'edge', { allow: ['10.0.0.0/8'], clusters: [{ name: 'events' }] });
