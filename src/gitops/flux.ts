import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkAtSynth } from '../checks/synth';
import { ApiObject } from '../kubernetes/api-object';
import type { Manifest } from '../kubernetes/manifest';
import type { FluxProps } from './options';

const parts = () => require('./parts') as typeof import('./parts');

/**
 * Delivers a program with Flux: one Kustomization for the services of the cluster, and one for each environment, which
 * waits for it. An environment is ready when its databases are.
 *
 * ```ts
 * new Flux(app, 'databases', { source: { path: 'deploy' }, services, environments: [staging, production] });
 * ```
 *
 * It needs Flux 2.5 or later (kustomize-controller 1.5).
 */
export class Flux extends Chart {
  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: FluxProps) {
    const path = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
    const part = parts();
    const resolved = part.resolveFlux(path, id, props);
    super(scope, id, { namespace: resolved.namespace, disableResourceNameHashes: true });
    const { source = same, kustomization = same } = props.transform ?? {};
    const { namespace, url } = resolved;
    const origin = { thing: 'Flux', path, props: originProps };
    const emit = (object: string, manifest: Manifest) => new ApiObject(this, object, manifest, { origin });

    if (url !== undefined)
      for (const made of resolved.sources) emit(`source-${made.name}`, source(part.renderSource(resolved, made)));
    for (const folder of [resolved.services, ...resolved.environments]) {
      emit(`kustomization-${folder.folder}`, kustomization(part.renderKustomization(resolved, folder)));
      folder.notes?.setDeliveredBy({ kind: 'Kustomization', name: folder.name, namespace });
    }
    checkAtSynth(this, props.services.platform.facts.cluster);
  }
}

const originProps = {
  '/metadata/name': 'name',
  '/spec/ref': 'repository.revision',
  '/spec/sourceRef': 'source',
  '/spec/timeout': 'timeout',
  '/spec/url': 'repository.url',
};

function same<T>(manifest: T): T {
  return manifest;
}
