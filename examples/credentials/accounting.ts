import {
  ClickHouseCluster,
  ClusterServices,
  Environment,
  ExternalCredentials,
  Keeper,
  type Operator,
  observerGrants,
  type Platform,
  SqlUsers,
} from 'anyhouse';
import type { App } from 'cdk8s';

/** Passwords out of a store and generated ones, people whose access ends, and somebody who watches. */
export function accounting(app: App, platform: Platform, operator?: Operator) {
  new ClusterServices(app, 'services', { platform, operator });
  const environment = new Environment(app, 'accounting', { platform });
  const office = ['10.20.0.0/16'];

  const ledger = new ClickHouseCluster(environment, 'ledger', {
    replication: { replicas: 2, keeper: new Keeper(environment, 'keeper') },
    storage: { size: '100Gi' },
    users: {
      app: { networks: ['10.0.0.0/8'], grants: ['SELECT, INSERT ON accounting.*'] },
      observer: { networks: ['10.0.0.0/8'], grants: observerGrants },
    },
    databases: ['accounting'],
  });

  const people = new SqlUsers(environment, 'people', {
    cluster: ledger,
    users: {
      auditor: { networks: office, grants: ['SELECT ON accounting.*'], validUntil: '2027-01-31' },
      // The password is being changed: both are good until the end of the year.
      importer: {
        networks: office,
        grants: ['INSERT ON accounting.*'],
        password: { name: 'ledger-importer-2' },
        previousPassword: { name: 'ledger-importer', validUntil: '2026-12-31' },
      },
    },
    absent: ['trainee'],
  });

  // Somebody else knows the password of the application; those of the others are made up, and nobody has to see them.
  new ExternalCredentials(environment, 'from-vault', {
    clusters: [ledger],
    users: ['app'],
    store: { name: 'vault', kind: 'ClusterSecretStore', key: ({ cluster, user }) => `databases/${cluster}/${user}` },
  });
  new ExternalCredentials(environment, 'generated', {
    clusters: [ledger],
    sqlUsers: [people],
    users: ['admin', 'observer', 'auditor', 'importer'],
    generate: {},
  });
}
