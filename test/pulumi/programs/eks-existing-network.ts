import * as pulumi from '@pulumi/pulumi';
import { EksCluster } from 'anyhouse/pulumi';

const network = new pulumi.StackReference('acme/network/prod');

export const eks = new EksCluster('prod', {
  zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
  network: {
    existing: {
      vpcId: network.requireOutput('vpcId'),
      privateSubnetIds: {
        'eu-west-1a': network.requireOutput('privateA'),
        'eu-west-1b': network.requireOutput('privateB'),
        'eu-west-1c': network.requireOutput('privateC'),
      },
    },
  },
  access: { allow: ['10.100.0.0/16'] },
});
