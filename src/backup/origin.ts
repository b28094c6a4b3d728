import type { Origin } from '../kubernetes/origin';

/** Which prop made which part of the objects of a schedule. */
export function backupOrigin(path: string): Origin {
  return {
    thing: 'BackupSchedule',
    path,
    props: {
      '/metadata/name': 'name',
      '/spec/schedule': 'schedule',
      '/spec/timeZone': 'timeZone',
      '/spec/jobTemplate/spec/activeDeadlineSeconds': 'deadlineHours',
      '/spec/jobTemplate/spec/template/spec/containers/0/image': 'image',
      '/spec/groups': 'alerts',
    },
  };
}
