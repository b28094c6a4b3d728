import { certificateNamesAnnotation } from '../edge/gateway-objects';
import { at, integer, list, type Manifest, record, text } from '../kubernetes/manifest';

/** A gateway, as its manifests tell about it. */
export interface FoundGateway {
  readonly namespace: string;
  readonly name: string;
  /** Secret with the certificate that clients see. */
  readonly secret: string;
  /** Names that this certificate is for. */
  readonly names: readonly string[];
  /** Fewest pods. */
  readonly pods: number;
  /** The way in. */
  readonly service?: Manifest;
  /** What asks cert-manager for the certificate. @default - nothing does */
  readonly certificate?: Manifest;
  /** ConfigMaps with authorities of servers in other namespaces. */
  readonly authorities: readonly string[];
}

/** The gateways among some manifests. */
export function gatewaysOf(manifests: readonly Manifest[]): readonly FoundGateway[] {
  return manifests.flatMap((deployment) => {
    const names = deployment.metadata.annotations?.[certificateNamesAnnotation];
    if (deployment.kind !== 'Deployment' || names === undefined) return [];
    const { name, namespace = 'default' } = deployment.metadata;
    const beside = (kind: string, test: (manifest: Manifest) => boolean) =>
      manifests.find(
        (manifest) =>
          manifest.kind === kind && (manifest.metadata.namespace ?? 'default') === namespace && test(manifest),
      );
    const volumes = certificateVolumes(deployment);
    const secret = volumes.find(({ keys }) => keys.includes('tls.crt'))?.object ?? '';
    const autoscaler = beside('HorizontalPodAutoscaler', (each) => at(each, 'spec', 'scaleTargetRef', 'name') === name);
    return [
      {
        namespace,
        name,
        secret,
        names: names.split(','),
        pods: integer(at(deployment, 'spec', 'replicas')) ?? integer(at(autoscaler, 'spec', 'minReplicas')) ?? 1,
        service: beside('Service', ({ metadata }) => metadata.name === name),
        certificate: beside('Certificate', (each) => at(each, 'spec', 'secretName') === secret),
        authorities: volumes.flatMap(({ kind, object }) => (kind === 'ConfigMap' ? [object] : [])),
      },
    ];
  });
}

/** A volume of pods with a certificate. */
export interface CertificateVolume {
  readonly kind: 'Secret' | 'ConfigMap';
  /** Name of the Secret or ConfigMap. */
  readonly object: string;
  readonly keys: readonly string[];
}

/** The volumes with certificates in the pods of a workload. */
export function certificateVolumes(workload: Manifest): readonly CertificateVolume[] {
  return list(at(workload, 'spec', 'template', 'spec', 'volumes')).flatMap((volume): readonly CertificateVolume[] => {
    const { secret, configMap } = record(volume);
    const object = text(record(secret).secretName) ?? text(record(configMap).name);
    const keys = list(record(secret ?? configMap).items).flatMap((item) => text(record(item).key) ?? []);
    if (object === undefined || !keys.some((key) => key === 'tls.crt' || key === 'ca.crt')) return [];
    return [{ kind: secret === undefined ? 'ConfigMap' : 'Secret', object, keys }];
  });
}
