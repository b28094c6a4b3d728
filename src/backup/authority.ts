import type { VolumeMount } from 'kubernetes-types/core/v1';
import type { BackedUpCluster } from './options';

const directory = '/authority';

/** Where jobs find the certificate of the authority of the servers. */
export const authorityPath = `${directory}/ca.crt`;

/** The certificate only: the Secret also holds the key of the servers. */
export function authorityVolumes({ tlsSecret }: BackedUpCluster) {
  if (tlsSecret === undefined) return [];
  return [{ name: 'authority', secret: { secretName: tlsSecret, items: [{ key: 'ca.crt', path: 'ca.crt' }] } }];
}

/** Its mount. */
export function authorityMount({ tlsSecret }: BackedUpCluster): { readonly volumeMounts?: VolumeMount[] } {
  return tlsSecret === undefined ? {} : { volumeMounts: [{ name: 'authority', mountPath: directory, readOnly: true }] };
}
