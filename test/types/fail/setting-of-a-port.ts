import type { ServerSettings } from 'anyhouse';

export const settings: ServerSettings = {
  max_concurrent_queries: 100,
  // expect: TS2353 'tcp_port' does not exist in type 'ServerSettings'
  tcp_port: 9001,
};
