import { messageOf } from '../support/environments';
import { clusterIn, gatewayIn, placeOn } from './support';

describe('endpoints', () => {
  test('tell host, port and URL of both protocols, and all names', () => {
    const place = placeOn();
    const gateway = gatewayIn(place, { listeners: { https: 443 } });
    const events = clusterIn(place);
    gateway.route(events, { replicas: 'each', hosts: ['data.example.org'] });
    expect(gateway.endpoints(events)).toEqual({
      http: { host: 'events.ch.example.com', port: 443, url: 'https://events.ch.example.com:443' },
      native: { host: 'events.ch.example.com', port: 9440, url: 'clickhouse://events.ch.example.com:9440?secure=true' },
      names: ['events.ch.example.com', 'data.example.org', 'events-0-0.ch.example.com'],
    });
  });

  test('leave out what is off', () => {
    const place = placeOn();
    const events = clusterIn(place);
    const { http, native } = gatewayIn(place, { listeners: { https: 'off' }, clusters: [events] }).endpoints(events);
    expect(http).toBeUndefined();
    expect(native?.port).toBe(9440);
  });

  test('are refused for a cluster that is not behind the gateway', () => {
    const place = placeOn();
    const gateway = gatewayIn(place);
    expect(messageOf(() => gateway.endpoints(clusterIn(place)))).toBe(
      "EdgeGateway 'analytics/edge': endpoints(cluster) must be a cluster behind this gateway, got 'analytics/events'. Fix: add it to clusters, or with route(cluster). [edge/cluster]",
    );
  });
});
