import { argoCdHealth } from '../gitops/health/argo-cd-health';
import { comment, printYaml } from './print-yaml';

/** Scripts for `argocd-cm`, as a file that says how to use it. */
export function printArgoCdHealth(): string {
  return (
    comment(
      'How Argo CD judges ClickHouse and Keeper installations. Adds to argocd-cm, and changes nothing else there:',
      'kubectl patch configmap argocd-cm --namespace argocd --patch-file <this file>',
    ) + printYaml({ data: argoCdHealth() })
  );
}
