import { allowedSetting } from '../altinity/setting-marks';
import type { Problems } from '../kubernetes/prop-error';
import { inside } from '../kubernetes/shape';
import { isSection } from './check-anything';
import { checkKeys } from './check-keys';
import { checkName, checkValue, type SettingsCheck } from './check-settings';

const bounds = ['min', 'max'];
const switches = ['readonly', 'changeable_in_readonly'];
const kinds = [...bounds, ...switches];

/** Checks how far users of a profile may change settings. */
export function checkConstraints(constraints: unknown, prop: string, check: SettingsCheck): void {
  const { problems } = check;
  if (!isSection(constraints)) {
    const fix = "write { max_memory_usage: { max: '20Gi' } }.";
    problems.add({ rule: 'settings/value', prop, must: 'be constraints by setting', got: constraints, fix });
    return;
  }
  for (const [name, given] of checkKeys(constraints, prop, problems)) {
    const allowed = allowedSetting(given);
    const place = inside(prop, name);
    if (!allowed) checkName('query', name, place, check);
    if (!problems.has(place)) checkConstraint(name, allowed ? allowed.value : given, place, problems);
  }
}

function checkConstraint(name: string, constraint: unknown, prop: string, problems: Problems): void {
  const rule = 'settings/value';
  if (!isSection(constraint) || Object.keys(constraint).length === 0) {
    problems.add({
      rule,
      prop,
      must: `have some of ${kinds.join(', ')}`,
      got: constraint,
      fix: "write { max: '20Gi' }.",
    });
    return;
  }
  for (const [kind, value] of checkKeys(constraint, prop, problems)) {
    const place = inside(prop, kind);
    if (bounds.includes(kind)) checkValue('query', name, value, place, problems);
    else if (!switches.includes(kind)) {
      const must = 'not be set: there is no such constraint';
      problems.add({ rule: 'props/unknown', prop: place, must, got: kind, fix: `use one of ${kinds.join(', ')}.` });
    } else if (value !== true) {
      const must = 'be true: the server looks at the name only';
      problems.add({ rule, prop: place, must, got: value, fix: 'write true, or remove it.' });
    }
  }
  if (switches.every((kind) => kind in constraint)) {
    const must = 'be readonly or changeable_in_readonly';
    problems.add({ rule, prop, must, got: constraint, fix: 'keep one of them.' });
  }
  const [min, max] = [constraint.min, constraint.max].map((bound) =>
    typeof bound === 'object' ? Number.NaN : Number(bound),
  );
  if ((min ?? 0) > (max ?? 0)) {
    problems.add({ rule, prop, must: 'have a min that is at most its max', got: constraint, fix: 'swap them.' });
  }
}
