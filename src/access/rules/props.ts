import type { Rule } from '../../checks/rule';

const severity = 'error';

/** Rules that props of this room enforce. */
export const propRules: readonly Rule[] = [
  {
    severity,
    id: 'credentials/cluster',
    title: 'Credentials are those of clusters of the program',
    why: 'The names and keys of Secrets follow from a cluster; typed twice, they would differ one day.',
    fix: 'give the ClickHouseCluster itself.',
    source: 'design of this library',
  },
  {
    severity,
    id: 'credentials/source',
    title: 'Passwords come from a store, or are generated',
    why: 'A Secret has one source.',
    fix: 'give store or generate, and create two ExternalCredentials for some users this way and for others that.',
    source: 'design of this library',
  },
  {
    severity,
    id: 'credentials/namespace',
    title: 'Secrets are made in the namespace of the cluster',
    why: 'Pods read Secrets of their own namespace only.',
    fix: 'create one ExternalCredentials in each environment.',
    source: 'Kubernetes, Secrets',
  },
  {
    severity,
    id: 'credentials/shared-secret',
    title: 'Each user has a Secret of its own',
    why: 'A Secret holds one password and its hash; the second user would get that of the first.',
    fix: "give one of them password: { name: 'another-secret' }.",
    source: 'design of this library',
  },
  {
    severity,
    id: 'credentials/remote-key',
    title: 'Every password has a place in the store',
    why: 'External Secrets needs a name to ask the store for.',
    fix: 'let store.key answer with a name, or with { key, property }.',
    source: 'External Secrets v1.3.2, ExternalSecretDataRemoteRef',
  },
  {
    severity,
    id: 'credentials/store-kind',
    title: 'A store is a SecretStore or a ClusterSecretStore',
    why: 'External Secrets knows no other kind, and the API server refuses it.',
    fix: "write kind: 'ClusterSecretStore' for a store of the whole Kubernetes cluster.",
    source: 'External Secrets v1.3.2, SecretStoreRef',
  },
  {
    severity,
    id: 'credentials/refresh-interval',
    title: 'Stores are asked once a minute at most',
    why: 'Most clouds bill each request. External Secrets takes 0 for never again, so that a rotated password would not arrive.',
    fix: "write refreshInterval: '1h0m0s'.",
    source: 'External Secrets v1.3.2, docs/api/externalsecret.md',
  },
  {
    severity,
    id: 'credentials/length',
    title: 'Generated passwords have at least 20 letters and digits',
    why: 'ClickHouse gets a plain SHA-256, which can be tried billions of times a second; length is what protects it.',
    fix: 'leave length out: 32 letters and digits are 190 bits.',
    source: 'ClickHouse, user settings (password_sha256_hex)',
  },
];
