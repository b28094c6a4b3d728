import { synthesizeManifests } from 'anyhouse/synth';
import { App } from 'cdk8s';
import { analytics } from '../../../examples/quickstart/analytics';
import { exposedPlatforms } from '../../support/exposures';
import { apiServer, makeNamespacesOf, refusals } from './servers';

// The examples run on three platforms; this is the rest, each as its options can be.
test.each(Object.entries(exposedPlatforms))(
  'the quickstart on %s is accepted by a real API server',
  async (_, platform) => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true); // what nobody said about the platform
    try {
      const app = new App();
      analytics(app, platform);
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
