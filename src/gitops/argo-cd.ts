import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkAtSynth } from '../checks/synth';
import type { Environment } from '../environment/environment';
import { ApiObject } from '../kubernetes/api-object';
import type { Manifest } from '../kubernetes/manifest';
import type { ArgoCdProps } from './options';

const parts = () => require('./parts') as typeof import('./parts');

/**
 * Delivers a program with Argo CD: one Application for the services of the cluster, one for each environment, and the
 * projects that confine them. Apply its folder once, with `kubectl apply -k`; everything else follows the repository.
 *
 * ```ts
 * new ArgoCd(app, 'databases', {
 *   repository: { url: 'https://github.com/example/databases', path: 'deploy' },
 *   services,
 *   environments: [staging, production],
 * });
 * ```
 *
 * It needs Argo CD 3.3 or later.
 */
export class ArgoCd extends Chart {
  /**
   * Entries for ConfigMap `argocd-cm`, with which Argo CD judges ClickHouse and Keeper installations. The ConfigMap is
   * the user's, so nothing is emitted: `anyhouse argocd-health` prints them as a patch.
   */
  static health(): Readonly<Record<string, string>> {
    return parts().argoCdHealth();
  }

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: ArgoCdProps) {
    const path = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
    const part = parts();
    const resolved = part.resolveArgoCd(path, id, props);
    super(scope, id, { namespace: resolved.namespace, disableResourceNameHashes: true });
    const { services, environments, cluster, transform } = props;
    const { application = same, project = same } = transform ?? {};
    const origin = { thing: 'ArgoCd', path, props: originProps };
    const emit = (object: string, manifest: () => Manifest) => new ApiObject(this, object, manifest, { origin });

    // Rendered late: constructs are still added to the charts.
    emit('project-services', () => project(part.renderProject(resolved, 'services', part.objectsOf(services))));
    emit('project', () => {
      const objects = environments.flatMap((environment: Environment) => part.objectsOf(environment));
      return project(part.renderProject(resolved, 'environments', objects));
    });
    for (const folder of [resolved.services, ...resolved.environments]) {
      emit(`application-${folder.folder}`, () => application(part.renderApplication(resolved, folder)));
      folder.notes?.setDeliveredBy({ kind: 'Application', name: folder.name, namespace: resolved.namespace });
    }
    const { cluster: own } = services.platform.facts;
    checkAtSynth(this, cluster === undefined ? own : `Argo CD of ${own}`);
  }
}

const originProps = {
  '/metadata/name': 'name',
  '/spec/destination': 'cluster',
  '/spec/source/repoURL': 'repository.url',
  '/spec/source/targetRevision': 'repository.revision',
  '/spec/sourceRepos': 'repository.url',
};

function same<T>(manifest: T): T {
  return manifest;
}
