import { exposedServices } from '../../support/exposures';
import { dnsRecords } from './judges';

const services = exposedServices({ hostname: 'events.example.com' }).filter(
  ({ service }) => (service.spec as { type?: string }).type === 'LoadBalancer',
);
const manifests = services.map(({ service }) => service);

test.each(['external-dns.kubernetes.io/', 'external-dns.alpha.kubernetes.io/'])(
  'external-dns that reads %s makes the name of every load balancer',
  async (prefix) => {
    const results = await dnsRecords(manifests, prefix);
    expect(results).toHaveLength(manifests.length);
    for (const { records, error, log } of results) {
      expect({ names: records.map(({ dnsName }) => dnsName), error, log }).toEqual({ names: ['events.example.com'] });
    }
  },
);

test('a load balancer without a name gets none', async () => {
  const [first] = exposedServices().filter(({ platform }) => platform === 'eks');
  const [result] = await dnsRecords(first ? [first.service] : [], 'external-dns.kubernetes.io/');
  expect(result?.records).toEqual([]);
});
