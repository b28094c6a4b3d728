import { X509Certificate } from 'node:crypto';
import { type EdgeGatewayProps, type Environment, Tls } from 'anyhouse';
import { Testing } from 'cdk8s';
import { stringify } from 'yaml';
import { makeCredentials } from '../../../src/tools/credentials/credentials';
import { clusterIn, gatewayIn, placeOn } from '../../edge/support';
import { eks, minikube } from '../../support/environments';
import { readManifests } from '../fake-cluster';

async function secretsOf(place: Environment) {
  const text = Testing.synth(place).map((object: object) => stringify(object));
  return makeCredentials(readManifests(['-'], () => text.join('---\n')));
}

async function certificateOf(place: Environment, name = 'edge-tls') {
  const { objects } = await secretsOf(place);
  const secret = objects.find(({ metadata }) => metadata.name === name);
  const data = (secret?.stringData ?? {}) as Readonly<Record<string, string>>;
  return {
    certificate: new X509Certificate(data['tls.crt'] ?? ''),
    authority: new X509Certificate(data['ca.crt'] ?? ''),
  };
}

function place(props: Partial<EdgeGatewayProps> = {}): Environment {
  const here = placeOn(minikube);
  gatewayIn(here, props).route(clusterIn(here), { hosts: ['data.example.org'], replicas: 'each' });
  return here;
}

test('the certificate of a gateway is for the names that clients use, and signed by a development authority', async () => {
  const { certificate, authority } = await certificateOf(place());
  expect(certificate.verify(authority.publicKey)).toBe(true);
  for (const name of ['events.ch.example.com', 'events-0-0.ch.example.com', 'data.example.org'])
    expect(certificate.checkHost(name)).toBeDefined();
});

test('it is for no name inside of the Kubernetes cluster', async () => {
  const { certificate } = await certificateOf(place());
  for (const name of ['chi-events-main-0-0.analytics.svc.cluster.local', 'localhost', 'a.b.ch.example.com'])
    expect(certificate.checkHost(name)).toBeUndefined();
});

test('it lies in the Secret that the gateway names', async () => {
  const { certificate } = await certificateOf(place({ tls: { secret: 'wildcard' } }), 'wildcard');
  expect(certificate.checkHost('events.ch.example.com')).toBeDefined();
});

test('servers that show it themselves get the same one', async () => {
  const here = placeOn(minikube);
  gatewayIn(here).route(clusterIn(here), { tls: 'passthrough' });
  const { objects } = await secretsOf(here);
  expect(objects.filter(({ metadata }) => metadata.name === 'edge-tls')).toHaveLength(1);
});

test('none is made where cert-manager makes it, or for production', async () => {
  const signed = placeOn(eks, { tls: Tls.certManager() });
  gatewayIn(signed, { clusters: [clusterIn(signed)] });
  expect((await secretsOf(signed)).objects.map(({ metadata }) => metadata.name)).not.toContain('edge-tls');
  const own = placeOn(eks);
  gatewayIn(own, { clusters: [clusterIn(own)] });
  const { objects, notes } = await secretsOf(own);
  expect(objects.map(({ metadata }) => metadata.name)).not.toContain('edge-tls');
  expect(notes).toContain(
    'Secret analytics/edge-tls is not made: only you have its content (needed by Deployment/edge).',
  );
});
