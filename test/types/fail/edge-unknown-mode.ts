import type { ClickHouseCluster, EdgeGateway } from 'anyhouse';

declare const edge: EdgeGateway;
declare const events: ClickHouseCluster;

// expect: TS2820 Did you mean '"passthrough"'?
edge.route(events, { tls: 'pass-through' });
