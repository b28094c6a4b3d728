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
    entry.metadata.addAnnotation('external-dns.kubernetes.io/hostname', 'mine.example.org');
    gateway.route(clusterIn(place), { hosts: ['data.example.org'] });
    const annotations = objectOf(gateway, 'Service', 'edge').metadata.annotations;
    expect(annotations?.['external-dns.kubernetes.io/hostname']).toBe('mine.example.org');
    expect(annotations?.['external-dns.alpha.kubernetes.io/hostname']).toBe('*.ch.example.com,data.example.org');
  });
});
