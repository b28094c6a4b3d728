import * as pulumi from '@pulumi/pulumi';
import { addCredentials, Cdk8sApp, MinikubeCluster, OperatorRelease } from 'anyhouse/pulumi';
import { analytics } from './analytics';

const config = new pulumi.Config();

const cluster = new MinikubeCluster('local', { context: config.require('context') });
const { provider, platform } = cluster;
const operator = new OperatorRelease('operator', { provider });

const database = new Cdk8sApp(
  'analytics',
  {
    provider,
    build(app) {
      const events = analytics(app, platform, operator.operator);
      addCredentials(app);
      return events;
    },
  },
  { dependsOn: [operator] },
);

/** Where programs in the cluster find the database. */
export const url = database.result.endpoints.http.url;
/** Installations, once they are ready. */
export const ready = database.ready;
