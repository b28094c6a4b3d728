import { Problems } from '../kubernetes/prop-error';
import { leaf, oneOf, ownLabels, required, shape } from '../kubernetes/shape';
import { monitoring } from '../monitoring/monitoring';
import { Platform } from '../platform/platform';
import type { ClusterServicesProps } from './cluster-services';
import { issuers } from './issuers/issuer-props';
import { Operator } from './operator';
import { operatorAlertOptions } from './operator-alert-options';
import { checkVolumeAttributes, volumeAttributes } from './volume-attributes';

const props = shape<ClusterServicesProps>({
  platform: required(
    leaf((value) => value instanceof Platform, {
      must: 'be a Platform',
      fix: 'write Platform.minikube(), Platform.eks({ ... }) or Platform.gke({ ... }).',
    }),
    { must: 'say which cluster', fix: 'write platform: Platform.minikube().' },
  ),
  operator: leaf((value) => value instanceof Operator, {
    must: 'be an Operator',
    fix: 'write Operator.existing({ ... }).',
  }),
  storageClass: oneOf(['create', 'existing']),
  volumeAttributes,
  issuers,
  monitoring,
  alerts: operatorAlertOptions,
  labels: ownLabels,
  gitops: oneOf(['argocd', 'flux']),
});

/** @throws PropError naming every wrong prop at once */
export function checkServices(id: string, given: ClusterServicesProps): void {
  const problems = new Problems('ClusterServices', id);
  problems.check(props, given);
  problems.throwIfAny();
  checkVolumeAttributes(problems, given.platform.facts, given.volumeAttributes);
  problems.throwIfAny();
}
