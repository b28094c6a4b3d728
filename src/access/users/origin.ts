import type { Origin } from '../../kubernetes/origin';

/** Which prop made which part of the objects of users. */
export function sqlUsersOrigin(path: string): Origin {
  return {
    thing: 'SqlUsers',
    path,
    props: { '/metadata/name': 'name', '/data': 'users', '/spec/template': 'users', '/spec/selector': 'name' },
  };
}
