/** What the objects of a gateway share: names, labels, places in the pod. */

/** Label of its pods. */
export function gatewayLabels(name: string): Record<string, string> {
  return { 'anyhouse.dev/edge': name };
}

/** Annotation of the Deployment with the names that its certificate is for; `anyhouse credentials` reads it. */
export const certificateNamesAnnotation = 'anyhouse.dev/certificate-names';

/** Ports inside of the pod. All are above 1024, which need a right. */
export const podPorts = { https: 8443, native: 9440, metrics: 8404 } as const;

/** Where things are in the pod. */
export const places = {
  files: '/etc/edge/files',
  scripts: '/etc/edge/scripts',
  certificate: '/etc/edge/certificates/edge',
  authorities: '/etc/edge/authorities',
  run: '/run/edge',
  followed: '/run/edge/followed',
  account: '/run/edge-account',
} as const;

/** Where the certificate of an authority lies. */
export function authorityFile(name: string): string {
  return `${places.authorities}/${name}/ca.crt`;
}

/** Names of the objects of a gateway. */
export function objectNames(name: string) {
  return {
    configuration: `${name}-config`,
    scripts: `${name}-scripts`,
    data: (piece: number) => (piece === 0 ? `${name}-data` : `${name}-data-${piece}`),
    pods: `${name}-pods`,
    /** Service of the gateway's own in front of a cluster, in the namespace of the cluster. */
    backend: (cluster: string) => `${name}-${cluster}`,
    authority: `${name}-ca`,
    selfSigned: `${name}-self-signed`,
  };
}
