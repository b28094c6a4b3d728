import { allowedSetting, isSecretValue } from '../altinity/setting-marks';
import { isUnknown } from '../kubernetes/late';
import type { Problems } from '../kubernetes/prop-error';
import { inside } from '../kubernetes/shape';
import { isOutput, isToken } from '../kubernetes/token';
import { checkKeys } from './check-keys';

/** Whether a value holds settings of its own. */
export function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isSecretValue(value) && !isOutput(value)
  );
}

/** Checks that a value can be written at all: one value, a list, a key of a Secret, or a section of these. */
export function checkAnything(value: unknown, prop: string, problems: Problems): void {
  const plain = allowedSetting(value)?.value ?? value;
  if (isToken(plain) || isUnknown(plain, prop, problems)) return;
  if (isSecretValue(plain)) checkSecret(plain, prop, problems);
  else if (isSection(plain)) {
    for (const [name, inner] of checkKeys(plain, prop, problems)) checkAnything(inner, inside(prop, name), problems);
  } else {
    const fault = (Array.isArray(plain) ? plain : [plain]).map(scalarFault).find((each) => each !== undefined);
    if (fault) problems.add({ rule: 'settings/value', prop, got: plain, ...fault });
  }
}

function scalarFault(value: unknown) {
  const fix = 'write a value such as 10, or a section: { name: value }.';
  if (!['string', 'number', 'boolean'].includes(typeof value)) return { must: 'be text, a number, true or false', fix };
  if (typeof value === 'number' && !Number.isFinite(value)) return { must: 'be a number that XML can hold', fix };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(String(value))) return { must: 'be text that XML can hold', fix };
  return undefined;
}

function checkSecret(value: unknown, prop: string, problems: Problems): void {
  const { name, key } =
    (value as { valueFrom?: { secretKeyRef?: Record<string, unknown> } }).valueFrom?.secretKeyRef ?? {};
  if (typeof name === 'string' && typeof key === 'string') return;
  const fix = "write { valueFrom: { secretKeyRef: { name: 'my-secret', key: 'key' } } }.";
  problems.add({ rule: 'settings/value', prop, must: 'name a key of a Secret', gotText: 'something else', fix });
}
