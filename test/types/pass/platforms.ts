import { Platform, type Stage } from 'anyhouse';

export function platform(name: string, zones: string[], stage?: Stage): Platform {
  switch (name) {
    case 'laptop':
      return Platform.minikube();
    case 'own':
      return Platform.custom({ name: 'own', storage: { className: 'local', expandable: false }, zones });
    default:
      return Platform.eks({ region: 'eu-west-1', zones }).with({ stage, networkPolicy: 'enforced' });
  }
}
