import { Platform } from 'anyhouse';

/** The platforms that every example is synthesised for. */
export const platforms = {
  minikube: Platform.minikube(),
  eks: Platform.eks({
    region: 'eu-west-1',
    zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
    networkPolicy: 'enforced',
  }),
  gke: Platform.gke({
    region: 'europe-west4',
    zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'],
    networkPolicy: 'enforced',
  }),
};
