import { at, type Manifest, record, text } from '../kubernetes/manifest';
import { marks } from './marks';

/** An installation that a CronJob writes to, in its own namespace. */
export interface Target {
  readonly kind: string;
  readonly name: string;
}

/** What an annotation of a CronJob lists. */
export function marked(job: Manifest, mark: string): readonly Target[] {
  const listed = text(record(at(job.metadata, 'annotations'))[mark]) ?? '';
  return listed
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => {
      const [kind = '', name = ''] = each.split('/');
      return { kind, name };
    });
}

/** All installations that a CronJob stops or starts. */
export function targetsOf(job: Manifest): readonly Target[] {
  return Object.values(marks).flatMap((mark) => marked(job, mark));
}

/** A CronJob as messages name it. */
export function owner(job: Manifest): string {
  return `CronJob '${job.metadata.name}'`;
}
