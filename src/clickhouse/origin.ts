import { pointer } from '../kubernetes/manifest';
import type { Origin } from '../kubernetes/origin';
import type { ResolvedCluster } from './options';
import { overrideOrigins } from './overrides/origin';

/** Which prop made which part of the installation. */
export function clusterOrigin(path: string, cluster: ResolvedCluster): Origin {
  const { users, storage } = cluster;
  const props: Record<string, string> = {
    '/metadata/name': 'name',
    '/spec/configuration/clusters/0/layout': 'replication',
    '/spec/configuration/clusters/0/pdbManaged': 'replication',
    '/spec/configuration/zookeeper': 'replication.keeper',
    '/spec/dnsNames': 'publicCertificate.hostnames',
    '/spec/issuerRef': 'publicCertificate.issuer',
    '/spec/configuration/zookeeper/root': 'replication.root',
    '/spec/configuration/profiles': 'profiles',
    '/spec/configuration/quotas': 'quotas',
    '/spec/configuration/settings': 'settings',
    '/spec/defaults/storageManagement': 'onDelete',
    '/spec/reconcile/runtime': 'updates',
    '/spec/taskID': 'taskId',
    '/spec/templates/serviceTemplates': 'exposure',
    '/spec/configuration/files/config.d~1storage.xml': 'storage',
  };
  for (let claim = 0; claim < storage.volumes; claim++)
    props[pointer('spec', 'templates', 'volumeClaimTemplates', claim)] = 'storage';
  props[pointer('spec', 'templates', 'volumeClaimTemplates', storage.volumes)] = 'logs';
  for (let template = 0; template < 100; template++) {
    props[pointer('spec', 'templates', 'podTemplates', template)] = 'placement';
    props[pointer('spec', 'templates', 'podTemplates', template, 'spec', 'containers', 0, 'image')] = 'image';
    props[pointer('spec', 'templates', 'podTemplates', template, 'spec', 'containers', 0, 'resources')] = 'resources';
  }
  for (const user of Object.keys(users)) {
    const prop = user === 'admin' ? 'admin' : `users.${user}`;
    for (const [field, name] of Object.entries({
      'grants/query': 'grants',
      'networks/ip': 'networks',
      password_sha256_hex: 'password',
      profile: 'profile',
      quota: 'quota',
    })) {
      props[pointer('spec', 'configuration', 'users', `${user}/${field}`)] = `${prop}.${name}`;
    }
  }
  return { thing: 'Cluster', path, props: { ...props, ...overrideOrigins(cluster) } };
}
