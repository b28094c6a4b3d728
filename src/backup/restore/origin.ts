import type { Origin } from '../../kubernetes/origin';

/** Which prop made which part of the objects of a restore. */
export function restoreOrigin(path: string): Origin {
  return {
    thing: 'Restore',
    path,
    props: {
      '/metadata/name': 'name',
      '/spec/activeDeadlineSeconds': 'deadlineHours',
      '/spec/template/spec/containers/0/image': 'image',
      '/spec/schedule': 'schedule',
      '/spec/timeZone': 'timeZone',
      '/spec/groups': 'alerts',
      '/data': 'databases',
    },
  };
}
