import { ClusterServices, Environment, type Issuer, type Manifest, Tls } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import fc from 'fast-check';
import { examples } from '../../../examples';
import { platforms } from '../../../examples/platforms';
import { hasSolver } from '../../../src/services/issuers/solvers';
import { allCases } from '../../rules/cases';
import { objectsIn } from '../../rules/rule-case';
import { eks } from '../../support/environments';
import { allIssuers } from '../../support/issuers';
import { issuer } from '../../support/random-issuers';
import { type Made, makeAll } from '../../support/random-made';
import { certificateVerdicts } from './judges';

const group = 'cert-manager.io/v1';
const objects = (manifests: readonly Manifest[]) => manifests.filter(({ apiVersion }) => apiVersion === group);

/** What the webhook of cert-manager refuses or warns about. */
async function complaintsAbout(manifests: readonly Manifest[]): Promise<readonly string[]> {
  const verdicts = await certificateVerdicts(manifests);
  expect(verdicts).toHaveLength(objects(manifests).length);
  return verdicts.flatMap(({ object, errors, warnings = [] }) =>
    [...errors, ...warnings].map((complaint) => `${object}: ${complaint}`),
  );
}

function clusterIssuer(made: Issuer): readonly Manifest[] {
  return Testing.synth(
    new ClusterServices(new App(), 'services', { platform: eks, issuers: { one: made } }),
  ) as Manifest[];
}

test('cert-manager accepts every certificate and issuer of the examples', async () => {
  for (const example of examples) {
    for (const platform of Object.keys(platforms) as (keyof typeof platforms)[]) {
      expect(await complaintsAbout(example.synth(platform))).toEqual([]);
    }
  }
});

test('cert-manager accepts every kind of issuer, in a cluster and in a namespace', async () => {
  const app = new App();
  const services = new ClusterServices(app, 'services', { platform: eks, issuers: allIssuers });
  const issuers = Object.fromEntries(Object.entries(allIssuers).filter(([, { ambient }]) => ambient.length === 0));
  const environment = new Environment(app, 'analytics', { platform: eks, tls: Tls.off('not tested'), issuers });
  const manifests = [services, environment].flatMap((chart) => Testing.synth(chart) as Manifest[]);
  expect(objects(manifests).length).toBeGreaterThan(10);
  expect(await complaintsAbout(manifests)).toEqual([]);
});

test('cert-manager accepts whatever an Issuer can be made of', async () => {
  const made = fc
    .sample(issuer, { numRuns: 500, seed: 20261121 })
    .flatMap((plan) => tried(plan))
    .flatMap(clusterIssuer)
    .filter(({ apiVersion }) => apiVersion === group);
  expect(made.length).toBeGreaterThan(100);
  expect(await complaintsAbout(made)).toEqual([]);
}, 60_000);

function tried(plan: Made): readonly Issuer[] {
  try {
    return [makeAll(plan) as Issuer];
  } catch (error) {
    expect((error as Error).name).toBe('PropError');
    return [];
  }
}

test('cert-manager refuses the durations that the rule finds', async () => {
  for (const { bad, good } of allCases.filter(({ rule }) => rule === 'certificates/duration')) {
    const about = async (yaml: string) =>
      (await certificateVerdicts(objectsIn(yaml))).map(({ errors }) =>
        errors.some((error) => /uration|renew/i.test(error)),
      );
    expect(await about(bad)).toEqual(objectsIn(bad).map(() => true));
    expect(await about(good)).toEqual(objectsIn(good).map(() => false));
  }
});

const name = fc.constantFrom(
  ...['example.com', '*.example.com', 'a.example.com', '*.a.example.com', 'A.Example.com', 'badexample.com'],
  ...['example.org', 'com', '*.com', 'example.com.'],
);
const names = fc.uniqueArray(name, { maxLength: 2 });
const solver = fc.record(
  {
    selector: fc.option(
      fc.record(
        { dnsNames: names, dnsZones: names, matchLabels: fc.constantFrom({}, { dns: 'public' }, { dns: 'other' }) },
        { requiredKeys: [] },
      ),
      { nil: undefined },
    ),
    dns01: fc.constantFrom({ route53: {} }, undefined),
    http01: fc.constantFrom({ ingress: {} }, undefined),
  },
  { requiredKeys: ['dns01', 'http01'] },
);

test('the rule finds a solver exactly where cert-manager does', async () => {
  const labels = { dns: 'public' };
  const lists = fc.sample(fc.array(solver, { maxLength: 3 }), { numRuns: 3000, seed: 20261121 });
  const asked = ['example.com', '*.example.com', 'a.example.com', '*.a.example.com', 'A.EXAMPLE.com', '*.com'];
  const manifests = lists.flatMap((solvers, index) => {
    const metadata = { name: `n${index}`, namespace: 'analytics', labels };
    const server = 'https://acme.example.com/directory';
    return [
      {
        apiVersion: group,
        kind: 'Issuer',
        metadata,
        spec: { acme: { server, privateKeySecretRef: { name: 'k' }, solvers } },
      },
      {
        apiVersion: group,
        kind: 'Certificate',
        metadata,
        spec: { secretName: 's', dnsNames: asked, issuerRef: { name: metadata.name } },
      },
    ];
  });
  const verdicts = (await certificateVerdicts(manifests)).filter(({ object }) => object.startsWith('Certificate/'));
  const theirs = verdicts.map(({ solvers = {} }) => asked.map((each) => solvers[each] !== -1));
  expect(theirs.flat().filter(Boolean).length).toBeGreaterThan(1000);
  expect(theirs.flat().filter((found) => !found).length).toBeGreaterThan(1000);
  expect(lists.map((solvers) => asked.map((each) => hasSolver(solvers, each, labels)))).toEqual(theirs);
}, 60_000);

test('two solvers share the work by their zones', async () => {
  const { letsencrypt } = allIssuers;
  const issuers = clusterIssuer(letsencrypt as Issuer);
  const certificate = {
    apiVersion: group,
    kind: 'Certificate',
    metadata: { name: 'events', namespace: 'analytics' },
    spec: {
      secretName: 'events',
      dnsNames: ['*.example.com', 'a.example.org'],
      issuerRef: { name: 'one', kind: 'ClusterIssuer' },
    },
  };
  const verdicts = await certificateVerdicts([...issuers, certificate]);
  expect(verdicts.at(-1)?.solvers).toEqual({ '*.example.com': 0, 'a.example.org': 1 });
});
