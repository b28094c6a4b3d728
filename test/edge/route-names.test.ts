import { EdgeGateway, type EdgeRouteOptions } from 'anyhouse';
import { cluster, environment } from '../support/environments';

/** What is said about a route, besides that of the gateway itself. */
function complaint(options: EdgeRouteOptions, times = 1): string {
  const place = environment({ domain: 'ch.example.com' });
  const events = cluster({}, place);
  const edge = new EdgeGateway(place, 'edge', { allow: ['10.0.0.0/8'] });
  try {
    for (let time = 0; time < times; time++) edge.route(events, options);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

test('a cluster that is routed twice is told as that', () => {
  expect(complaint({}, 2)).toBe(
    "Route 'analytics/edge to analytics/events': cluster must be routed once, got analytics/events for the second time. Fix: leave it out of clusters where route(...) has options for it. [edge/name-twice]",
  );
});

test('a list that has nothing in common with that of the gateway lets nobody in', () => {
  expect(complaint({ allow: ['192.168.0.0/16'] })).toBe(
    'Route \'analytics/edge to analytics/events\': allow must share addresses with the list of the gateway, ["10.0.0.0/8"]: a client has to be in both, got ["192.168.0.0/16"]. Fix: write ranges inside of 10.0.0.0/8, or widen the list of the gateway. [edge/allow-nobody]',
  );
});

test('one name twice in a route is told', () => {
  expect(complaint({ hosts: ['own.example.net', 'own.example.net'] })).toMatch(
    /^Route 'analytics\/edge to analytics\/events': hosts must be names of one cluster only; this route has own\.example\.net already, /,
  );
});
