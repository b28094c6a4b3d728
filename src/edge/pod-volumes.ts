import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { objectNames, places } from './gateway-objects';
import type { ResolvedGateway } from './options';
import { apiServerAccess } from './render-access';
import type { EdgeAuthoritySource } from './route-types';

/** What of the routes decides how pods look: neither their number nor their clients. */
export interface GatewayPod {
  /** ConfigMaps with data. */
  readonly pieces: number;
  readonly authorities: readonly EdgeAuthoritySource[];
  /** Names that the certificate is for. */
  readonly certificateNames: readonly string[];
}

/** Programs beside HAProxy. */
export const scriptsMount = { name: 'scripts', mountPath: places.scripts, readOnly: true };

/** The copy of routes that one container writes and another reads. */
export const followedMount = { name: 'followed', mountPath: places.followed };

/** The token that one container has. */
export const accountMount = { name: 'account', mountPath: places.account, readOnly: true };

/** What HAProxy and the applying program read. Directories, for single files are never updated. */
export function podMounts({ authorities }: GatewayPod): VolumeMount[] {
  return [
    { name: 'files', mountPath: places.files, readOnly: true },
    { name: 'certificate', mountPath: places.certificate, readOnly: true },
    ...authorities.map(({ name }) => ({
      name: `authority-${name}`,
      mountPath: `${places.authorities}/${name}`,
      readOnly: true,
    })),
    { name: 'run', mountPath: places.run },
  ];
}

/** Volumes of the pods. */
export function podVolumes({ name, tls, propagation }: ResolvedGateway, { pieces, authorities }: GatewayPod): Volume[] {
  const names = objectNames(name);
  const files = [names.configuration, ...Array.from({ length: pieces }, (_, piece) => names.data(piece))];
  return [
    { name: 'files', projected: { sources: files.map((configMap) => ({ configMap: { name: configMap } })) } },
    { name: 'scripts', configMap: { name: names.scripts } },
    {
      name: 'certificate',
      secret: { secretName: tls.secret, items: keysOf('tls.crt', 'tls.key'), defaultMode: 0o440 },
    },
    ...authorities.map((authority) => authorityVolume(authority)),
    { name: 'run', emptyDir: { sizeLimit: '128Mi' } },
    ...(propagation === 'watch'
      ? [{ name: 'followed', emptyDir: { sizeLimit: '32Mi' } }, apiServerAccess('account')]
      : []),
  ];
}

/** The certificate alone: the Secret of servers also holds their key. */
function authorityVolume({ name, kind, object }: EdgeAuthoritySource): Volume {
  const items = keysOf('ca.crt');
  return {
    name: `authority-${name}`,
    ...(kind === 'Secret' ? { secret: { secretName: object, items } } : { configMap: { name: object, items } }),
  };
}

function keysOf(...keys: readonly string[]) {
  return keys.map((key) => ({ key, path: key }));
}
