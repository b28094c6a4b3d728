import type { ManifestOf } from 'anyhouse';
import type { ServiceSpec } from 'kubernetes-types/core/v1';
import { eks, messageOf, objectsOf } from '../support/environments';
import { gatewayIn, placeOn } from './support';

const attribute = 'service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-8443';

/** A load balancer with a timeout that AWS does not take. */
function broken(service: ManifestOf<ServiceSpec>): ManifestOf<ServiceSpec> {
  const annotations = { ...service.metadata.annotations, [attribute]: 'tcp.idle_timeout.seconds=99999' };
  return { ...service, metadata: { ...service.metadata, annotations } };
}

const rule = 'aws/idle-timeout';

test('an error that a transform makes stops the synthesis', () => {
  const gateway = gatewayIn(placeOn(eks), { transform: { service: broken } });
  expect(messageOf(() => objectsOf(gateway))).toContain(`[${rule}]`);
});

test('a gateway acknowledges errors of its own objects', () => {
  const gateway = gatewayIn(placeOn(eks), { transform: { service: broken }, acknowledge: { [rule]: 'a trial' } });
  expect(objectsOf(gateway).length).toBeGreaterThan(5);
});

test('and not those of another gateway', () => {
  const place = placeOn(eks);
  gatewayIn(place, { acknowledge: { [rule]: 'a trial' }, transform: { service: broken } });
  gatewayIn(place, { transform: { service: broken } }, 'other');
  expect(messageOf(() => objectsOf(place))).toContain("EdgeGateway 'analytics/other'");
});
