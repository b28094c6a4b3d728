import type { CronJobSpec } from 'kubernetes-types/batch/v1';
import type { NetworkPolicyEgressRule } from 'kubernetes-types/networking/v1';
import { renderAccount } from '../environment/account';
import { apiServerEgress } from '../environment/api-server';
import type { ResolvedEnvironment } from '../environment/options';
import { jobLabels, renderCronJob, renderJobPolicy } from '../jobs/job';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest, ManifestOf } from '../kubernetes/manifest';
import { changeWindowLabel } from './marks';
import { kubectl, merge, tokenVolume } from './render-steps';
import { gateMinutes } from './resolve-window';
import type { ResolvedChangeWindow } from './window-options';

const group = 'kustomize.toolkit.fluxcd.io';

/** The windows as data, for every tool that reads manifests. */
export function renderWindowData(
  { name, windows }: ResolvedChangeWindow,
  { namespace, gitops }: ResolvedEnvironment,
): Manifest {
  const data = windows.map(({ kind, schedule, minutes, timeZone }) => ({ kind, schedule, minutes, timeZone }));
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace,
      labels: { [changeWindowLabel]: 'true' },
      annotations: gitopsAnnotations(gitops, 'access', 'replaceable'),
    },
    data: { 'windows.json': `${JSON.stringify(data)}\n` },
  };
}

/** What suspends and resumes a Kustomization of Flux: nothing where something else delivers. */
export function renderFluxGate(
  window: ResolvedChangeWindow,
  environment: ResolvedEnvironment,
  dns: readonly NetworkPolicyEgressRule[],
): readonly Manifest[] {
  const { name, flux } = window;
  if (!flux) return [];
  const role = { name: `${environment.namespace}-${name}`, namespace: flux.namespace };
  const resources = { apiGroups: [group], resources: ['kustomizations'], resourceNames: [flux.kustomization] };
  return [
    renderJobPolicy(environment, name, jobLabels(name), [...dns, apiServerEgress(environment)]),
    ...renderAccount(environment, name, [{ ...resources, verbs: ['get', 'patch'] }], role),
    ...flux.opens.map((schedule, index) => renderGate(window, environment, ['open', schedule, index])),
    ...flux.closes.map((schedule, index) => renderGate(window, environment, ['close', schedule, index])),
  ];
}

function renderGate(
  { name, flux, timeZone, image, windows }: ResolvedChangeWindow,
  environment: ResolvedEnvironment,
  [what, schedule, index]: readonly ['open' | 'close', string, number],
): ManifestOf<CronJobSpec> {
  const number = windows.length > 1 ? `-${index}` : '';
  return renderCronJob(
    environment,
    // A gate whose job was missed stays as it was until the next one: better late than never.
    { schedule, timeZone, startingDeadlineSeconds: flux?.latestSeconds[what] },
    {
      name: `${name}-${what}${number}`,
      podLabels: jobLabels(name),
      cloudAccountName: name,
      containers: [
        kubectl(image, [
          what,
          'patch',
          `--namespace=${flux?.namespace}`,
          `kustomizations.${group}/${flux?.kustomization}`,
          ...merge,
          `--patch={"spec":{"suspend":${what === 'close'}}}`,
        ]),
      ],
      volumes: [tokenVolume],
      deadlineSeconds: gateMinutes * 60,
      retries: 5,
    },
  );
}
