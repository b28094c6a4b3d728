import type { Origin } from '../kubernetes/origin';

/** Which prop made which part of the objects of a gateway. */
export function gatewayOrigin(path: string): Origin {
  return {
    thing: 'EdgeGateway',
    path,
    props: {
      '/metadata/name': 'name',
      '/metadata/annotations': 'exposure',
      '/spec/dnsNames': 'clusters',
      '/spec/issuerRef': 'tls',
      '/spec/replicas': 'replicas',
      '/spec/ingress': 'allow',
      '/spec/loadBalancerSourceRanges': 'allow',
      '/spec/ports': 'listeners',
      '/spec/minReplicas': 'autoscaling.least',
      '/spec/maxReplicas': 'autoscaling.most',
      '/spec/template/spec/containers/0/image': 'image',
      '/spec/template/spec/containers/0/resources': 'resources',
      '/spec/template/spec/nodeSelector': 'pool',
      '/data': 'clusters',
    },
  };
}
