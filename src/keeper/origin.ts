import { pointer } from '../kubernetes/manifest';
import type { Origin } from '../kubernetes/origin';
import type { ResolvedKeeper } from './options';

/** Which prop made which part of the installation. */
export function keeperOrigin(path: string, { members }: ResolvedKeeper): Origin {
  const props: Record<string, string> = {
    '/metadata/name': 'name',
    '/spec/configuration/clusters/0/layout': 'replicas',
    '/spec/configuration/settings': 'settings',
    '/spec/defaults/storageManagement': 'onDelete',
    '/spec/taskID': 'taskId',
    '/spec/templates/volumeClaimTemplates/0': 'storage',
  };
  for (let member = 0; member < members.length; member++) {
    const template = pointer('spec', 'templates', 'podTemplates', member);
    props[pointer('spec', 'configuration', 'clusters', 0, 'layout', 'replicas', member, 'settings')] = 'settings';
    props[template] = 'placement';
    props[`${template}/spec/containers/0/image`] = 'image';
    props[`${template}/spec/containers/0/resources`] = 'resources';
  }
  return { thing: 'Keeper', path, props };
}
