import { pointerParts } from '../kubernetes/manifest';
import { type Origin, propAt } from '../kubernetes/origin';
import type { Finding } from './rule';

/** A finding as one line: with the prop of its construct where one is known, else with kind, name and place. */
export function describeFinding(finding: Finding, origin?: Origin): string {
  const { rule, message, fix } = finding;
  return `${subject(finding, origin)}: ${message} Fix: ${fix} [${rule.id}]`;
}

/** What a finding is about. */
export function subject({ object, pointer }: Finding, origin?: Origin): string {
  if (!origin) return `${object.kind}/${object.metadata.name} ${readablePointer(pointer)}`.trimEnd();
  const prop = propAt(origin, pointer);
  return `${origin.thing} '${origin.path}'${prop ? ` ${prop}` : ''}`;
}

/** A JSON pointer the way people write paths: `spec.templates.podTemplates[0]`. */
export function readablePointer(pointer: string): string {
  return pointerParts(pointer)
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : /^[\w-]+$/.test(part) ? `.${part}` : `["${part}"]`))
    .join('')
    .replace(/^\./, '');
}
