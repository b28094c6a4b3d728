import { ClickHouseCluster, EdgeGateway, type EdgeGatewayProps, Environment, type Platform } from 'anyhouse';
import { synthesizeManifests } from 'anyhouse/synth';
import { App } from 'cdk8s';
import { analytics } from '../../../examples/quickstart/analytics';
import { exposedPlatforms } from '../../support/exposures';
import { apiServer, makeNamespacesOf, refusals } from './servers';

/** What a gateway has to be told where load balancers hide the address of clients. */
const told: Readonly<Record<string, Partial<EdgeGatewayProps>>> = {
  openstack: { trustedLoadBalancers: ['10.0.1.0/24'] },
};

/** The quickstart, where it needs to be told nothing. */
function program(app: App, name: string, platform: Platform): void {
  const props = told[name];
  if (!props) {
    analytics(app, platform);
    return;
  }
  const environment = new Environment(app, 'analytics', { platform, domain: 'ch.example.com' });
  const events = new ClickHouseCluster(environment, 'events', { storage: { size: '50Gi' } });
  new EdgeGateway(environment, 'edge', { clusters: [events], allow: ['10.0.0.0/8'], ...props });
}

// The examples run on three platforms; this is the rest, each as its options can be.
test.each(Object.entries(exposedPlatforms))(
  'a gateway and its cluster on %s are accepted by a real API server',
  async (name, platform) => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true); // what nobody said about the platform
    try {
      const app = new App();
      program(app, name, platform);
      const manifests = synthesizeManifests(app);
      const server = apiServer('0.27.2');
      await makeNamespacesOf(server, manifests);
      expect(manifests.length).toBeGreaterThan(10);
      expect(await refusals(server, manifests)).toEqual([]);
    } finally {
      stderr.mockRestore();
    }
  },
);
