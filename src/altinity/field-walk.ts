import { pointer } from '../kubernetes/manifest';
import { show } from '../kubernetes/prop-error';
import { suggest } from '../kubernetes/suggest';
import { isToken } from '../kubernetes/token';
import type { FieldFault } from './field-faults';
import { childPath, type FieldEntry, type FieldTable } from './fields';
import { kubernetesFaults, openTypes } from './kubernetes-fields';
import { switchFault, type ValueFault, valueFault } from './value-faults';
import { compareOperatorVersions, type OperatorVersion } from './versions';

/** Fields of claim templates that are swallowed one level too deep, in an open part of the CRD (operator #863). */
const swallowed = new Set(
  ['reclaimPolicy', 'provisioner'].map((field) => `templates.volumeClaimTemplates[].spec.${field}`),
);

type Place = readonly (string | number)[];

/** One walk over a spec, for `fieldFaults`. It follows the table, so it ends even where a value holds itself. */
export class Walk {
  constructor(
    private readonly fields: FieldTable,
    private readonly target: OperatorVersion,
    private readonly found: FieldFault[],
  ) {}

  visit(value: unknown, path: string, place: Place): void {
    const entry = this.fields[path];
    if (entry === undefined) return;
    if (entry.since !== undefined && this.isNewer(path)) {
      this.newer(path, place, entry.since);
    } else if (isToken(value)) {
      // It may be anything in the end, a number, too.
    } else if (entry.type === 'object') {
      this.visitObject(value, path, place, entry);
    } else if (entry.type === 'array') {
      this.visitList(value, path, place, entry);
    } else if (!entry.open) {
      const fault =
        entry.type === 'stringBool' ? switchFault(value, this.target) : valueFault(value, entry, this.target);
      if (fault) this.add(place, fault);
    }
  }

  private visitObject(value: unknown, path: string, place: Place, entry: FieldEntry): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.add(place, { problem: 'type', must: 'be an object', got: show(value), fix: 'write fields, not a value.' });
      return;
    }
    const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
    const type = Object.hasOwn(openTypes, path) ? openTypes[path] : undefined;
    if (type !== undefined) this.visitKubernetes(type, value, path, place);
    for (const [name, inner] of given) {
      const inside = childPath(path, name);
      // A name that looks like a path must not reach fields further down.
      if (/[.[]|^$/.test(name) || !Object.hasOwn(this.fields, inside)) {
        if (!entry.open) this.unknown(name, path, [...place, name]);
        else if (swallowed.has(inside)) this.misplaced(name, [...place, name]);
      } else if (inner !== null) {
        // The API server removes a null field, as if it had not been written.
        this.visit(inner, inside, [...place, name]);
      }
    }
    for (const name of entry.required ?? []) {
      if (given.some(([key, inner]) => key === name && inner !== null)) continue;
      this.add([...place, name], { problem: 'missing', must: 'be given', got: 'nothing', fix: `write ${name}.` });
    }
  }

  /** What a template holds: the CRD is silent about it, and the operator drops what it does not know. */
  private visitKubernetes(type: string, value: object, path: string, place: Place): void {
    const rest = Object.entries(value).filter(([name]) => !swallowed.has(childPath(path, name)));
    kubernetesFaults(type, Object.fromEntries(rest), place, this.target, (at, fault) => this.add(at, fault));
  }

  private visitList(value: unknown, path: string, place: Place, entry: FieldEntry): void {
    if (!Array.isArray(value)) {
      this.add(place, { problem: 'type', must: 'be a list', got: show(value), fix: 'write a list.' });
      return;
    }
    if (value.length < (entry.minItems ?? 0)) {
      const must = `have at least ${entry.minItems} entry`;
      this.add(place, {
        problem: 'range',
        must,
        got: 'an empty list',
        fix: 'write one, or leave the field around it out.',
      });
    }
    for (const [index, item] of Array.from(value).entries()) this.visit(item, `${path}[]`, [...place, index]);
  }

  private isNewer(path: string): boolean {
    const since = this.fields[path]?.since;
    return since !== undefined && compareOperatorVersions(this.target, since) < 0;
  }

  private newer(path: string, place: Place, since: OperatorVersion): void {
    const must = `be left out: it needs operator ${since}, and the target is ${this.target}`;
    const old = path === 'reconcile' ? 'reconciling' : undefined;
    const fix = old ? `write ${old}, its name before ${since}.` : `target ${since} or newer, or remove it.`;
    this.add(place, { problem: 'newer', must, got: show(place.at(-1)), fix, suggestion: old });
  }

  private unknown(name: string, path: string, place: Place): void {
    const must = `be a field that operator ${this.target} knows`;
    const siblings = Object.keys(this.fields).flatMap((other) =>
      this.isNewer(other) ? [] : (nameInside(other, path) ?? []),
    );
    const near = suggest(name, siblings);
    const elsewhere = near === undefined ? this.elsewhere(name, path) : undefined;
    const fix = near
      ? `write ${near}.`
      : elsewhere
        ? `write it as ${elsewhere}.`
        : siblings.length > 0
          ? `remove it; known here: ${siblings.join(', ')}.`
          : 'remove it.';
    this.add(place, { problem: 'unknown', must, got: show(name), fix, suggestion: near ?? elsewhere });
  }

  /** The nearest place that has a field of this name: it may just stand on the wrong level. */
  private elsewhere(name: string, path: string): string | undefined {
    const shared = (other: string) => [...other].findIndex((character, index) => character !== path[index]);
    return Object.keys(this.fields)
      .filter((other) => other.endsWith(`.${name}`))
      .sort((a, b) => shared(b) - shared(a) || a.length - b.length)[0];
  }

  private misplaced(name: string, place: Place): void {
    const must = 'stand beside spec, not inside of it, where the operator does not see it';
    this.add(place, { problem: 'unknown', must, got: show(name), fix: `move ${name} one level up.`, suggestion: name });
  }

  private add(place: Place, { suggestion, ...fault }: ValueFault): void {
    const field = readable(place);
    const message = `${field} must ${fault.must}, got ${fault.got}.`;
    const meant = suggestion === undefined ? {} : { suggestion };
    this.found.push({ pointer: pointer(...place), field, ...fault, message, ...meant });
  }
}

/** Name of a field that stands directly inside of a path. */
function nameInside(other: string, path: string): string | undefined {
  const start = path === '' ? 0 : path.length + 1;
  if (other === '' || (path !== '' && !other.startsWith(`${path}.`))) return undefined;
  const rest = other.slice(start);
  return rest.includes('.') || rest.includes('[') ? undefined : rest;
}

/** A place as people write it: `spec.configuration.clusters[0].name`. */
function readable(place: Place): string {
  return place
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${part}`))
    .join('');
}
