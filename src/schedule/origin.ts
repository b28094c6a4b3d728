import type { Origin } from '../kubernetes/origin';

/** Which prop made which part of the objects of a schedule. */
export function scheduleOrigin(path: string): Origin {
  return {
    thing: 'UptimeSchedule',
    path,
    props: {
      '/metadata/name': 'name',
      '/metadata/annotations/anyhouse.dev~1stops': 'clusters',
      '/metadata/annotations/anyhouse.dev~1starts': 'clusters',
      '/metadata/annotations/anyhouse.dev~1stops-when-idle': 'idle',
      '/spec/schedule': 'up, down or idle.check',
      '/spec/timeZone': 'timeZone',
      '/spec/jobTemplate/spec/activeDeadlineSeconds': 'timeoutMinutes',
      '/spec/jobTemplate': 'image',
      '/rules': 'clusters',
    },
  };
}
