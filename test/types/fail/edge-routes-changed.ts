import type { ClickHouseCluster, EdgeGateway } from 'anyhouse';

declare const edge: EdgeGateway;
declare const events: ClickHouseCluster;

// expect: TS2540 Cannot assign to 'names' because it is a read-only property.
edge.endpoints(events).names = [];
