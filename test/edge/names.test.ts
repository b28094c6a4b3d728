import { eks, objectOf } from '../support/environments';
import { clusterIn, gatewayIn, placeOn, podOf } from './support';

describe('names of clients', () => {
  test('the wildcard of the domain and further names are those of the Service, as external-dns reads it', () => {
    const place = placeOn(eks);
    const gateway = gatewayIn(place);
    gateway.route(clusterIn(place), { hosts: ['data.example.org'] });
    const annotations = objectOf(gateway, 'Service', 'edge').metadata.annotations;
    for (const prefix of ['external-dns.kubernetes.io', 'external-dns.alpha.kubernetes.io'])
      expect(annotations?.[`${prefix}/hostname`]).toBe('*.ch.example.com,data.example.org');
    const deployment = objectOf(gateway, 'Deployment');
    expect(deployment.metadata.annotations?.['anyhouse.dev/certificate-names']).toBe(
      '*.ch.example.com,data.example.org',
    );
  });

  test('they do not reach the pods, which would be replaced', () => {
    const place = placeOn(eks);
    const before = podOf(gatewayIn(placeOn(eks)));
    const gateway = gatewayIn(place);
    gateway.route(clusterIn(place), { hosts: ['data.example.org'] });
    expect(podOf(gateway)).toEqual(before);
  });

  test('annotations that somebody put on an object stay', () => {
    const place = placeOn(eks);
    const gateway = gatewayIn(place);
    const entry = gateway.node.findChild('entry') as unknown as {
      readonly metadata: { addAnnotation(key: string, value: string): void };
    };
    const keys = ['external-dns.kubernetes.io/hostname', 'external-dns.alpha.kubernetes.io/hostname'] as const;
    for (const key of keys) entry.metadata.addAnnotation(key, 'mine.example.org');
    gateway.route(clusterIn(place), { hosts: ['data.example.org'] });
    const annotations = objectOf(gateway, 'Service', 'edge').metadata.annotations;
    expect(keys.map((key) => annotations?.[key])).toEqual(['mine.example.org', 'mine.example.org']);
  });
});
