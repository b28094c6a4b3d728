import { Release } from '@pulumi/kubernetes/helm/v3/release.js';
import * as pulumi from '@pulumi/pulumi';
import { addCredentials, Cdk8sApp, EksCluster, OperatorRelease } from 'anyhouse/pulumi';
import { analytics } from './analytics';

const config = new pulumi.Config();

const cluster = new EksCluster('prod', {
  zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
  access: { endpoint: 'public', allow: config.requireObject<string[]>('allow') },
  pools: {
    system: { role: 'system', instanceType: 'm7g.large' },
    keeper: { role: 'keeper', instanceType: 'm7g.large' },
    // Every server has a node of its own: two shards with a replica in each of two zones.
    clickhouse: {
      role: 'clickhouse',
      instanceType: 'm7g.2xlarge',
      zones: ['eu-west-1a', 'eu-west-1b'],
      nodesPerZone: 2,
    },
  },
  // A reason lets a destroy take the cluster and its data: pulumi config set allowDeletion 'moved away'
  allowDeletion: config.get('allowDeletion'),
});
const { provider, platform } = cluster;

// Signs the certificates with which servers talk to each other, and those of the gateway.
const certManager = new Release(
  'cert-manager',
  {
    chart: 'cert-manager',
    version: 'v1.21.2',
    namespace: 'cert-manager',
    createNamespace: true,
    repositoryOpts: { repo: 'https://charts.jetstack.io' },
    values: { crds: { enabled: true } },
  },
  { provider },
);
const operator = new OperatorRelease('operator', { provider });

const database = new Cdk8sApp(
  'analytics',
  {
    provider,
    allowDeletion: config.get('allowDeletion'),
    build(app) {
      const events = analytics(app, platform, operator.operator);
      addCredentials(app);
      return events;
    },
  },
  { dependsOn: [certManager, operator] },
);

/** For kubectl: pulumi stack output kubeconfig --show-secrets > kubeconfig */
export const kubeconfig = cluster.kubeconfig;
/** Where programs in the cluster find the database. */
export const url = database.result.endpoints.http.url;
/** Installations, once they are ready. */
export const ready = database.ready;
