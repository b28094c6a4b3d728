import { at, list, type Manifest, record } from '../../../src/kubernetes/manifest';

/** Whether an object reports a condition as true: `Ready`, `Established`. */
export function hasCondition(object: Manifest, wanted: string): boolean {
  return list(at(object, 'status', 'conditions'))
    .map(record)
    .some(({ type, status }) => type === wanted && status === 'True');
}
