import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import {
  annotationOf,
  atAnnotation,
  entriesOf,
  forEachLoadBalancer,
  type LoadBalancerService,
  loadBalancersOf,
} from './load-balancers';

const older = 'external-dns.alpha.kubernetes.io/';
const newer = 'external-dns.kubernetes.io/';

/** Annotations for external-dns, each with the same one under the other prefix. */
function* pairs(service: LoadBalancerService): Generator<readonly [annotation: string, twin: string]> {
  for (const annotation of Object.keys(service.annotations)) {
    if (annotation.startsWith(older)) yield [annotation, newer + annotation.slice(older.length)];
    else if (annotation.startsWith(newer)) yield [annotation, older + annotation.slice(newer.length)];
  }
}

function* lonely(service: LoadBalancerService): Generator<Fault> {
  for (const [annotation, twin] of pairs(service)) {
    if (service.annotations[twin] === undefined) yield atAnnotation(service, annotation, `'${twin}' is missing.`);
  }
}

function* different(service: LoadBalancerService): Generator<Fault> {
  for (const [annotation, twin] of pairs(service)) {
    const other = annotationOf(service, twin);
    if (annotation.startsWith(newer) && other !== undefined && other !== annotationOf(service, annotation))
      yield atAnnotation(service, annotation, `'${twin}' says '${other}'.`);
  }
}

function* shared(set: ManifestSet): Generator<Fault> {
  const owners = new Map<string, LoadBalancerService>();
  for (const service of loadBalancersOf(set)) {
    const key = service.annotations[`${newer}hostname`] === undefined ? `${older}hostname` : `${newer}hostname`;
    for (const name of entriesOf(service, key)) {
      const place = `${set.clusterOf(service.object)}/${name}`;
      const owner = owners.get(place);
      if (owner)
        yield atAnnotation(service, key, `${owner.object.kind} '${owner.object.metadata.name}' has '${name}', too.`);
      else owners.set(place, service);
    }
  }
}

const source = 'external-dns 0.22.0, release notes and source/annotations (DefaultAnnotationPrefix)';

/** Rules about names in DNS. */
export const dnsRules: readonly Rule[] = [
  {
    id: 'dns/one-prefix',
    severity: 'warning',
    title: 'Annotations for external-dns have both of its prefixes',
    why: 'external-dns 0.22 reads the new prefix only, releases before it the old one only: an upgrade takes the name away.',
    fix: 'write it with the other prefix, too; acknowledge the rule where external-dns runs with --annotation-prefix.',
    source,
    check: forEachLoadBalancer(lonely),
  },
  {
    id: 'dns/prefixes-differ',
    severity: 'error',
    title: 'Both prefixes of external-dns say the same',
    why: 'An upgrade of external-dns would move the name of the database.',
    fix: 'write one value under both.',
    source,
    check: forEachLoadBalancer(different),
  },
  {
    id: 'dns/two-load-balancers',
    severity: 'warning',
    title: 'A name in DNS leads to one load balancer',
    why: 'external-dns writes the addresses of both into one record, so that clients meet either, the public one or the internal one.',
    fix: 'take the annotations off one of them with transform.service; acknowledge it where two external-dns write different zones.',
    source: 'external-dns, source/service.go (Endpoints, which merges those of one name)',
    check: shared,
  },
];
