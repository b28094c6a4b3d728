import { Service } from '@pulumi/gcp/projects/service.js';
import type * as pulumi from '@pulumi/pulumi';
import { child, type GkeContext } from './context';

/** APIs that a cluster needs, and what for. */
const needed = {
  compute: 'network and machines',
  container: 'cluster and node pools',
  iam: 'account of the nodes',
  cloudresourcemanager: 'roles of that account',
} as const;

/** Turns APIs of the project on. They stay on: other programs of the project may use them by now. */
export function enableApis(context: GkeContext): readonly pulumi.CustomResource[] {
  const { name, project } = context;
  return Object.keys(needed).map(
    (api) =>
      new Service(
        `${name}-${api}`,
        { project, service: `${api}.googleapis.com`, disableOnDestroy: false },
        child(context),
      ),
  );
}
