import type { Rule } from '../../checks/rule';

/** Rules about the operator as a Helm release of Pulumi. */
export const operatorReleaseRules: readonly Rule[] = [
  {
    id: 'operator/installed-twice',
    severity: 'error',
    title: 'One tool installs the operator',
    why: 'Argo CD or Flux and Pulumi would each put back what the other one changed.',
    fix: 'write Operator.existing({ ... }) where OperatorRelease installs it.',
    source: 'design of this library',
  },
  {
    id: 'operator/definitions',
    severity: 'error',
    title: 'A chart that Helm upgrades brings a Job that updates the resource definitions',
    why: 'Helm creates definitions and never updates them, and the API server drops fields that an old one lacks.',
    fix: 'use 0.25.6 or later.',
    source: 'Helm, custom resource definitions; operator chart, templates/hooks/crd-install-job.yaml',
  },
];
