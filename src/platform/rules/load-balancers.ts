import { entriesAt, faultAt, type Place, placeAt, specOf, whole } from '../../altinity/rules/places';
import type { CheckContext } from '../../checks/context';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { integer, list, type Manifest, text } from '../../kubernetes/manifest';

/** A Service of type LoadBalancer: an object of its own, or a service template of an installation. */
export interface LoadBalancerService {
  readonly object: Manifest;
  readonly place: Place;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly annotations: Readonly<Record<string, unknown>>;
  readonly ports: readonly number[];
  /** Whether it leads to ClickHouse itself, with nothing in between. */
  readonly isClickHouse: boolean;
  readonly isLocal: boolean;
  readonly ranges: readonly string[];
  readonly class?: string;
  readonly context: CheckContext;
}

const installations = ['ClickHouseInstallation', 'ClickHouseInstallationTemplate'];

/** All Services of type LoadBalancer of a set. */
export function* loadBalancersOf(set: ManifestSet): Generator<LoadBalancerService> {
  for (const object of set.ofKind('Service')) yield* loadBalancer(set, object, whole(object), false);
  for (const object of installations.flatMap((kind) => set.ofKind(kind))) {
    for (const place of entriesAt(specOf(object), 'templates', 'serviceTemplates')) {
      yield* loadBalancer(set, object, place, true);
    }
  }
}

function* loadBalancer(
  set: ManifestSet,
  object: Manifest,
  place: Place,
  isClickHouse: boolean,
): Generator<LoadBalancerService> {
  const { node: spec } = placeAt(place, 'spec');
  if (spec.type !== 'LoadBalancer') return;
  yield {
    object,
    place,
    spec,
    annotations: placeAt(place, 'metadata', 'annotations').node,
    ports: entriesAt(place, 'spec', 'ports').flatMap(({ node }) => integer(node.port) ?? []),
    isClickHouse,
    isLocal: spec.externalTrafficPolicy === 'Local',
    ranges: list(spec.loadBalancerSourceRanges).flatMap((range) => text(range) ?? []),
    class: text(spec.loadBalancerClass),
    context: set.contextOf(object),
  };
}

/** A check of one Service at a time. */
export function forEachLoadBalancer(check: (service: LoadBalancerService) => Iterable<Fault>): Rule['check'] {
  return function* (set) {
    for (const service of loadBalancersOf(set)) yield* check(service);
  };
}

/** A fault at an annotation of a Service. */
export function atAnnotation({ object, place }: LoadBalancerService, key: string, message: string): Fault {
  return faultAt(object, place, ['metadata', 'annotations', key], message);
}

/** A fault at a field of a Service. */
export function atField({ object, place }: LoadBalancerService, field: string, message: string): Fault {
  return faultAt(object, place, ['spec', field], message);
}

/** Value of an annotation; numbers and booleans that somebody forgot to quote count as text. */
export function annotationOf({ annotations }: LoadBalancerService, key: string): string | undefined {
  const value = annotations[key];
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

/** Entries of an annotation that holds a list. */
export function entriesOf(service: LoadBalancerService, key: string): readonly string[] {
  return (annotationOf(service, key) ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** A rule that finds Services by one predicate and points at an annotation. */
export function annotationRule(
  key: string,
  isWrong: (service: LoadBalancerService, value: string) => string | false,
): Rule['check'] {
  return forEachLoadBalancer(function* (service) {
    const value = annotationOf(service, key);
    const message = value !== undefined && isWrong(service, value);
    if (message) yield atAnnotation(service, key, message);
  });
}
