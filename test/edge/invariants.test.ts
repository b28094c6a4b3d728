import { type ClickHouseCluster, type Environment, type Manifest, Platform, PropError, Tls } from 'anyhouse';
import fc from 'fast-check';
import { eks, gke, minikube, objectsOf } from '../support/environments';
import { exposedPlatforms } from '../support/exposures';
import { platform as randomPlatform } from '../support/random-platforms';
import { clusterIn, gatewayIn, nameOf, placeOn, routesIn } from './support';

/** A gateway in front of so many clusters, and the names that it was asked for. */
function program(platform: Platform, clusters: number, tls = Tls.off('not what is tested')) {
  const place = placeOn(platform, { tls });
  const gateway = gatewayIn(place, needsOf(platform));
  const all = Array.from({ length: clusters }, (_, index) => {
    const cluster = clusterIn(place, `c${index}`);
    gateway.route(cluster, index % 2 === 0 ? {} : { replicas: 'each', allow: [`10.${index}.0.0/16`] });
    return cluster;
  });
  return { place, gateway, all };
}

/** What a platform needs of a gateway so that it learns the address of clients. */
function needsOf({ facts }: Platform) {
  return facts.loadBalancer === 'octavia' ? { trustedLoadBalancers: ['10.0.1.0/24'] } : {};
}

/** Nothing where the options of a platform do not go together. */
function platformOf(factory: string, options: unknown): Platform | undefined {
  try {
    return Platform[factory as 'custom'](options as never);
  } catch (error) {
    if (error instanceof PropError) return undefined;
    throw error;
  }
}

const servicesOfType = (place: Environment, type: string) =>
  objectsOf(place).filter(({ kind, spec }) => kind === 'Service' && (spec as { type?: string }).type === type);

describe('however many clusters there are', () => {
  test.each(Object.entries(exposedPlatforms))('%s makes one load balancer, or one port on a laptop', (_, platform) => {
    const onLaptop = platform.facts.loadBalancer === 'node-port';
    for (const clusters of [0, 1, 5]) {
      const { place } = program(platform, clusters);
      expect(servicesOfType(place, 'LoadBalancer')).toHaveLength(onLaptop ? 0 : 1);
      expect(servicesOfType(place, 'NodePort')).toHaveLength(onLaptop ? 1 : 0);
    }
  });

  test('any platform that can carry a gateway does so', () => {
    const seed = 20261121;
    let carried = 0;
    fc.assert(
      fc.property(randomPlatform, fc.integer({ min: 1, max: 4 }), ({ factory, options }, clusters) => {
        const platform = platformOf(factory, options);
        const { loadBalancer } = platform?.facts ?? {};
        if (!platform || loadBalancer === undefined) return;
        const { place } = program(platform, clusters);
        const expected = loadBalancer === 'node-port' ? 'NodePort' : 'LoadBalancer';
        const entries = [...servicesOfType(place, 'LoadBalancer'), ...servicesOfType(place, 'NodePort')];
        expect(entries.map(({ spec }) => (spec as { type?: string }).type)).toEqual([expected]);
        carried += 1;
      }),
      { numRuns: 60, seed },
    );
    expect(carried).toBeGreaterThan(30);
  });
});

const byName = (objects: readonly Manifest[]) => new Map(objects.map((object) => [nameOf(object), object]));

/** The object without what a new route may change. */
const fixed = (object: Manifest | undefined) => JSON.stringify({ ...object, data: undefined });

const places = [
  ['minikube', 'off', minikube],
  ['eks', 'off', eks],
  ['eks', 'on', eks],
  ['gke', 'off', gke],
  ['gke', 'on', gke],
] as const;

describe.each(places)('a cluster that comes later, on %s with encryption %s', (_, encryption, platform) => {
  const tls = encryption === 'on' ? Tls.certManager() : Tls.off('not what is tested');
  const steps = [1, 2, 10].map((clusters) => byName(objectsOf(program(platform, clusters, tls).place)));

  test.each([
    [1, 2],
    [2, 10],
  ] as const)('changes nothing but data of the gateway, from %i to %i', (from, to) => {
    const [before = new Map(), after = new Map()] = [from, to].map((clusters) => steps[[1, 2, 10].indexOf(clusters)]);
    const changed = [...before.keys()].filter(
      (name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
    );
    expect(changed).toEqual(['ConfigMap/edge-data']);
    expect(fixed(after.get('ConfigMap/edge-data'))).toBe(fixed(before.get('ConfigMap/edge-data')));
    const added = [...after.keys()].filter((name) => !before.has(name));
    expect(added.length).toBeGreaterThan(0);
    // All that is new belongs to a new cluster.
    expect(added.filter((name) => !/[/-]c\d/.test(name))).toEqual([]);
  });
});

test('the tables hold the names that clients are told, and no others', () => {
  const { gateway, all, place } = program(eks, 6);
  const told = all.flatMap((cluster: ClickHouseCluster) => gateway.endpoints(cluster).names);
  const rows = [...routesIn(objectsOf(place)).keys()].sort();
  expect(rows).toEqual(told.flatMap((name) => [`https/${name}`, `native/${name}`]).sort());
  expect(rows).toHaveLength(2 * (6 + 3));
});

test('more routes than one ConfigMap holds are spread over several, all of which pods mount', () => {
  const place = placeOn(minikube);
  const gateway = gatewayIn(place);
  const hosts = Array.from({ length: 4000 }, (_, index) => `name-${index}.${'x'.repeat(60)}.example.org`);
  gateway.route(clusterIn(place), { hosts });
  const objects = objectsOf(gateway);
  const maps = objects.filter(({ kind, metadata }) => kind === 'ConfigMap' && /^edge-data/.test(metadata.name));
  expect(maps.length).toBeGreaterThan(1);
  expect(routesIn(objects).size).toBe(2 * 4001);
  const deployment = JSON.stringify(objects.find(({ kind }) => kind === 'Deployment')?.spec);
  for (const { metadata, data } of maps) {
    expect(deployment).toContain(`"name":"${metadata.name}"`);
    expect(JSON.stringify(data).length).toBeLessThan(1_048_576);
  }
});
