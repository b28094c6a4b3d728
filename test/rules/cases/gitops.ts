import { chi, files, type RuleCase } from '../rule-case';

const application = (prune: boolean) => `
  apiVersion: argoproj.io/v1alpha1
  kind: Application
  metadata: { name: databases-analytics, namespace: argocd }
  spec:
    destination: { server: https://kubernetes.default.svc, namespace: analytics }
    syncPolicy: { automated: { prune: ${prune} } }`;

const kustomization = (prune: boolean) => `
  apiVersion: kustomize.toolkit.fluxcd.io/v1
  kind: Kustomization
  metadata: { name: databases-analytics, namespace: flux-system }
  spec: { prune: ${prune} }`;

const fluxNamespace = `
  apiVersion: v1
  kind: Namespace
  metadata: { name: analytics, annotations: { kustomize.toolkit.fluxcd.io/prune: disabled } }`;

const marked = (annotations: string) =>
  chi('taskID: "1"').replace('  namespace: analytics', `  namespace: analytics\n  annotations: { ${annotations} }`);

const claim = (annotations: string) => `
  apiVersion: v1
  kind: PersistentVolumeClaim
  metadata: { name: data, namespace: analytics, annotations: { ${annotations} } }`;

export const gitopsCases: readonly RuleCase[] = [
  {
    rule: 'gitops/unprotected',
    fault: 'an installation without a mark',
    bad: files(application(true), chi('taskID: "1"')),
    at: ['/metadata/annotations'],
    good: files(application(true), marked('argocd.argoproj.io/sync-options: "Prune=false,Delete=false"')),
  },
  {
    rule: 'gitops/unprotected',
    fault: 'a mark for another purpose',
    bad: files(application(true), marked('argocd.argoproj.io/sync-options: ServerSideApply=true')),
    at: ['/metadata/annotations'],
    good: files(application(true), marked('argocd.argoproj.io/sync-options: "ServerSideApply=true, Prune=confirm"')),
  },
  {
    rule: 'gitops/unprotected',
    fault: 'removal without a question',
    bad: files(application(true), chi('taskID: "1"')),
    at: ['/metadata/annotations'],
    good: files(application(false), chi('taskID: "1"')),
  },
  {
    rule: 'gitops/unprotected',
    fault: 'a volume claim that Flux removes',
    bad: files(kustomization(true), fluxNamespace, claim('')),
    at: ['/metadata/annotations'],
    good: files(kustomization(true), fluxNamespace, claim('kustomize.toolkit.fluxcd.io/prune: disabled')),
  },
  {
    rule: 'gitops/unprotected',
    fault: 'a Kustomization that prunes',
    bad: files(kustomization(true), fluxNamespace, claim('')),
    at: ['/metadata/annotations'],
    good: files(kustomization(false), fluxNamespace, claim('')),
  },
];
