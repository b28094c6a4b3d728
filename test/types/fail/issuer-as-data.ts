import { ClusterServices, Platform } from 'anyhouse';
import type { App } from 'cdk8s';

export function build(app: App) {
  new ClusterServices(app, 'services', {
    platform: Platform.minikube(),
    // expect: TS2353 'ca' does not exist in type 'Issuer'
    issuers: { internal: { ca: { secretName: 'company-ca' } } },
  });
}
