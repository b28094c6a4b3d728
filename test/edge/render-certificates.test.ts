import type { EdgeGateway } from 'anyhouse';
import { Tls } from 'anyhouse';
import { App } from 'cdk8s';
import { at } from '../../src/kubernetes/manifest';
import { eks, objectOf, objectsOf } from '../support/environments';
import { clusterIn, gatewayIn, placeOn, podOf } from './support';

describe('the certificate of clients', () => {
  const certificates = (gateway: EdgeGateway) => objectsOf(gateway).filter(({ kind }) => kind === 'Certificate');

  test('is a Secret that somebody makes where the environment has no cert-manager', () => {
    const gateway = gatewayIn(placeOn());
    expect(certificates(gateway)).toEqual([]);
    const volume = podOf(gateway)?.volumes?.find(({ name }) => name === 'certificate');
    expect(volume?.secret).toMatchObject({ secretName: 'edge-tls' });
  });

  test('can be a Secret with a name', () => {
    const gateway = gatewayIn(placeOn(), { tls: { secret: 'wildcard' } });
    expect(podOf(gateway)?.volumes?.find(({ name }) => name === 'certificate')?.secret?.secretName).toBe('wildcard');
  });

  test('is signed by an issuer for the wildcards and further names', () => {
    const place = placeOn(eks);
    const gateway = gatewayIn(place, { tls: { issuer: { name: 'letsencrypt', kind: 'ClusterIssuer' } } });
    gateway.route(clusterIn(place), { hosts: ['data.example.org'] });
    expect(certificates(gateway).map(({ spec }) => spec)).toEqual([
      expect.objectContaining({
        secretName: 'edge-tls',
        dnsNames: ['*.ch.example.com', 'data.example.org'],
        issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'letsencrypt' },
      }),
    ]);
  });

  test('comes from an authority of the gateway where the environment uses cert-manager, not from that of the servers', () => {
    const gateway = gatewayIn(placeOn(eks, { tls: Tls.certManager() }));
    const certificate = objectOf(gateway, 'Certificate', 'edge-tls');
    expect(at(certificate, 'spec', 'issuerRef', 'name')).toBe('edge-ca');
    expect(objectOf(gateway, 'Issuer', 'edge-ca').spec).toEqual({ ca: { secretName: 'edge-ca' } });
  });

  test('waits for the first name', () => {
    const app = new App();
    const place = placeOn(eks, { app, domain: undefined });
    const gateway = gatewayIn(place, { tls: { issuer: { name: 'company', kind: 'ClusterIssuer' } } });
    expect(certificates(gateway)).toEqual([]);
    gateway.route(clusterIn(placeOn(eks, { app, id: 'reports', domain: 'reports.example.com' })));
    expect(certificates(gateway).map((object) => at(object, 'spec', 'dnsNames'))).toEqual([['*.reports.example.com']]);
  });
});
