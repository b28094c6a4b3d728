import * as pulumi from '@pulumi/pulumi';
import { GkeCluster } from 'anyhouse/pulumi';

const network = new pulumi.StackReference('acme/network/prod');

export const gke = new GkeCluster('prod', {
  project: 'my-project',
  zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'],
  network: {
    existing: {
      network: network.requireOutput('network'),
      subnetwork: network.requireOutput('subnetwork'),
      podsRange: 'pods',
      servicesRange: 'services',
    },
  },
  access: { endpoint: 'private', allow: ['10.100.0.0/16'] },
});
