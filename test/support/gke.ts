import type * as pulumi from '@pulumi/pulumi';
import { GkeCluster, type GkeClusterArgs } from '../../src/pulumi';
import { type MockOptions, type Registered, underMocks } from './pulumi-mocks';

/** Zones of the cluster of the tests. */
export const gkeZones = ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'];

/** The least that a cluster is told. */
export const gkeArgs: GkeClusterArgs = { project: 'my-project', zones: gkeZones };

/** Type token of a cluster. */
export const clusterType = 'gcp:container/cluster:Cluster';

/** Type token of nodes in a zone. */
export const nodePoolType = 'gcp:container/nodePool:NodePool';

/** What Google Cloud answers. */
export const gkeAnswers: MockOptions = {
  outputs: ({ type, inputs }) => {
    if (type === 'gcp:container/cluster:Cluster') {
      return {
        endpoint: '10.0.0.2',
        masterAuth: { clusterCaCertificate: 'Q0E=' },
        controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: 'gke-1234.europe-west4.gke.goog' } },
      };
    }
    if (type === 'gcp:serviceaccount/account:Account') {
      return { email: `${inputs.accountId}@my-project.iam.gserviceaccount.com` };
    }
    if (type === 'gcp:projects/serviceIdentity:ServiceIdentity') return { member: 'serviceAccount:agent' };
    if (type === 'gcp:storage/bucket:Bucket') return { name: 'prod-backups-1234567' };
    return {};
  },
  call: ({ token }) => (token.startsWith('gcp:organizations/getProject') ? { number: '42' } : {}),
};

/** Runs a program with one cluster, named `prod`. */
export function runGke(
  more: Partial<GkeClusterArgs> = {},
  options: MockOptions = {},
  opts?: pulumi.ComponentResourceOptions,
) {
  return underMocks(() => new GkeCluster('prod', { ...gkeArgs, ...more }, opts), { ...gkeAnswers, ...options });
}

/** Inputs of the only resource of a type. */
export function inputsOf(resources: readonly Registered[], type: string): Registered['inputs'] {
  const found = resources.filter((resource) => resource.type === type);
  expect(found).toHaveLength(1);
  return found[0]!.inputs;
}
