import { show } from '../kubernetes/prop-error';
import { suggest } from '../kubernetes/suggest';
import { isToken } from '../kubernetes/token';
import type { ValueFault } from './value-faults';
import { compareOperatorVersions, type OperatorVersion } from './versions';

/**
 * Fields of types of Kubernetes. A field is `string`, `number`, `boolean`, `quantity`, `intOrString` or the name of a
 * type; `[]` makes it a list, `{}` a map, and `!` says that it has to be there.
 */
export type KubernetesFieldTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Parts of templates about which the CRDs say nothing, and the type that the operator reads there. */
export const openTypes: Readonly<Record<string, string>> = {
  'templates.podTemplates[].spec': 'PodSpec',
  'templates.podTemplates[].metadata': 'ObjectMeta',
  'templates.volumeClaimTemplates[].spec': 'PersistentVolumeClaimSpec',
  'templates.volumeClaimTemplates[].metadata': 'ObjectMeta',
  'templates.serviceTemplates[].spec': 'ServiceSpec',
  'templates.serviceTemplates[].metadata': 'ObjectMeta',
};

/** Fields that came with Kubernetes 1.30, whose types the operator is built with from 0.27 on (its go.mod). */
const newer: Readonly<Record<string, OperatorVersion>> = {
  'ServiceSpec.trafficDistribution': '0.27.0',
  'PodSecurityContext.appArmorProfile': '0.27.0',
  'SecurityContext.appArmorProfile': '0.27.0',
  'VolumeMount.recursiveReadOnly': '0.27.0',
};

/** Fields that have to be there, but that the operator adds itself. */
const added = new Set(['PodSpec.containers']);

type Place = readonly (string | number)[];

/**
 * Finds what the operator would drop, or could not read, in a part of a template. Takes any value and never throws.
 * @param report told of each fault
 */
export function kubernetesFaults(
  type: string,
  value: unknown,
  place: Place,
  target: OperatorVersion,
  report: (place: Place, fault: ValueFault) => void,
): void {
  const { kubernetesFields: table } =
    require('./generated/kubernetes-fields') as typeof import('./generated/kubernetes-fields');
  visit(type, value, place);

  // It follows the types, of which none holds itself, so it ends even where a value does.
  function visit(wanted: string, inner: unknown, at: Place): void {
    const [, element, collection] = /^(\w+)(\[\]|\{\})?$/.exec(wanted) ?? [];
    if (inner === null || inner === undefined || element === undefined || isToken(inner)) return;
    const scalar = collection === undefined && Object.hasOwn(scalars, element);
    const fault = scalar ? scalarFault(element, inner) : collectionFault(inner, collection === '[]');
    if (fault) report(at, fault);
    else if (Array.isArray(inner)) for (const [index, entry] of inner.entries()) visit(element, entry, [...at, index]);
    else if (collection === '{}') for (const [key, entry] of Object.entries(inner)) visit(element, entry, [...at, key]);
    else if (!scalar) visitObject(element, inner, at);
  }

  function visitObject(element: string, inner: object, at: Place): void {
    const fields = table[element] ?? {};
    for (const [name, entry] of Object.entries(inner)) {
      if (entry === undefined) continue;
      const since = newer[`${element}.${name}`];
      if (!Object.hasOwn(fields, name)) report([...at, name], unknown(name, element, fields));
      else if (since !== undefined && compareOperatorVersions(target, since) < 0)
        report([...at, name], tooNew(name, since));
      else visit((fields[name] ?? '').replace('!', ''), entry, [...at, name]);
    }
    for (const [name, kind] of Object.entries(fields)) {
      const given = (inner as Record<string, unknown>)[name];
      if (!kind.endsWith('!') || added.has(`${element}.${name}`) || (given !== undefined && given !== null)) continue;
      report([...at, name], { problem: 'missing', must: 'be given', got: 'nothing', fix: `write ${name}.` });
    }
  }

  function unknown(name: string, element: string, fields: Readonly<Record<string, string>>): ValueFault {
    const near = suggest(name, Object.keys(fields));
    const owners = Object.keys(table).filter((other) => Object.hasOwn(table[other] ?? {}, name));
    const fix = near
      ? `write ${near}.`
      : owners.length > 0 && owners.length <= 3
        ? `move it; ${name} is a field of ${owners.join(' and ')}.`
        : 'remove it.';
    return { problem: 'unknown', must: `be a field of ${element}`, got: show(name), fix, suggestion: near };
  }

  function tooNew(name: string, since: OperatorVersion): ValueFault {
    const must = `be left out: operator ${target} drops it, as it came with Kubernetes 1.30`;
    return { problem: 'newer', must, got: show(name), fix: `target ${since} or newer, or remove it.` };
  }
}

function collectionFault(value: unknown, list: boolean): ValueFault | undefined {
  if (typeof value === 'object' && Array.isArray(value) === list) return undefined;
  const words = list
    ? { must: 'be a list', fix: 'write a list.' }
    : { must: 'be an object', fix: 'write fields, not a value.' };
  return { problem: 'type', ...words, got: show(value) };
}

const scalars: Readonly<Record<string, readonly string[]>> = {
  string: ['string'],
  number: ['number'],
  boolean: ['boolean'],
  quantity: ['string', 'number'],
  intOrString: ['string', 'number'],
};
const words: Readonly<Record<string, string>> = {
  string: 'be text',
  number: 'be a whole number',
  boolean: 'be true or false',
  quantity: 'be a quantity such as "1Gi"',
  intOrString: 'be a number or text',
};

function scalarFault(wanted: string, value: unknown): ValueFault | undefined {
  const whole = typeof value !== 'number' || Number.isInteger(value) || wanted === 'quantity';
  if (scalars[wanted]?.includes(typeof value) && whole) return undefined;
  const fix =
    wanted === 'string' && typeof value !== 'object'
      ? `write "${String(value)}", in quotes.`
      : wanted === 'string'
        ? 'write a text.'
        : `write ${wanted === 'boolean' ? 'true or false' : 'a number'}, without quotes.`;
  return { problem: 'type', must: words[wanted] ?? '', got: show(value), fix };
}
