import { groupOf, isClusterScoped } from '../kubernetes/kinds';
import type { ManifestSet } from './manifest-set';
import type { Fault, Rule } from './rule';

function* duplicates(set: ManifestSet): Generator<Fault> {
  const seen = new Set<string>();
  for (const object of set.objects) {
    const { apiVersion, kind, metadata } = object;
    const namespace = isClusterScoped(apiVersion, kind) ? undefined : metadata.namespace;
    const key = JSON.stringify([set.clusterOf(object), groupOf(apiVersion), kind, namespace, metadata.name]);
    if (seen.has(key)) {
      const place = namespace === undefined ? '' : ` in namespace '${namespace}'`;
      const cluster = set.clusterOf(object) && namespace === undefined ? ` in cluster '${set.clusterOf(object)}'` : '';
      yield {
        object,
        pointer: '/metadata/name',
        message: `there is another ${kind} '${metadata.name}'${place}${cluster}.`,
      };
    }
    seen.add(key);
  }
}

const shape = {
  severity: 'error',
  source: 'types of this library, checked again at run time',
} as const;

/** Rules about any object and any prop. */
export const objectRules: readonly Rule[] = [
  {
    id: 'names/duplicate',
    severity: 'error',
    title: 'Objects of one kind and namespace have distinct names',
    why: 'Both are the same object to the API server: whichever is applied last wins, and takes turns with the other.',
    fix: 'rename one of them, or keep only one.',
    source: 'Kubernetes, object names and IDs',
    check: duplicates,
  },
  {
    id: 'names/invalid',
    severity: 'error',
    title: 'Names and keys that are referred to are valid Kubernetes names',
    why: 'The API server refuses the object that refers to them.',
    fix: 'use lower case letters, digits, "-" and ".".',
    source: 'Kubernetes, object names and IDs',
  },
  {
    id: 'resources/limit',
    severity: 'error',
    title: 'Limits are at least the requests',
    why: 'The API server refuses the pod, and the installation stays in progress without saying so.',
    fix: 'raise the limit, or leave it out.',
    source: 'Kubernetes, resource management for pods and containers',
  },
  {
    id: 'names/label',
    severity: 'error',
    title: 'Labels and annotations have valid keys, labels also valid values',
    why: 'The API server refuses the object that carries them.',
    fix: 'write at most 63 letters, digits, "-", "_" and ".", with an optional prefix before a slash in keys.',
    source: 'Kubernetes, labels and selectors',
  },
  {
    ...shape,
    id: 'props/type',
    title: 'A prop has its type at run time, too',
    why: 'Variables, JSON and casts pass the compiler. A wrong value would reach the operator, which drops it or fails late.',
    fix: 'write a value of the type that the prop has.',
  },
  {
    ...shape,
    id: 'props/required',
    title: 'A required prop is given',
    why: 'There is no default that would be right for everybody.',
    fix: 'give the prop.',
  },
  {
    ...shape,
    id: 'props/unknown',
    title: 'Every prop exists',
    why: 'A misspelt one would be ignored, while its author believes it to act.',
    fix: 'use the name that the message suggests.',
  },
  {
    ...shape,
    id: 'props/output',
    title: 'An Output of Pulumi enters a prop as a token',
    why: 'Props hold text and numbers. An Output is an object, whose text says only that it cannot be text.',
    fix: 'write asString(output), or asQuantity(output) for amounts, of anyhouse/pulumi.',
  },
  {
    ...shape,
    id: 'props/known',
    title: 'What decides shape, names or computed values is known when the program runs',
    why: 'A name, a length, an order or a hash would be that of the placeholder, whatever the value is in the end.',
    fix: 'give a plain value; docs/outputs.md lists the props that take an Output.',
  },
  {
    id: 'props/quantity',
    severity: 'error',
    title: 'Amounts of memory, disk and processors are positive and have a unit that Kubernetes knows',
    why: 'The API server refuses the object, or takes 5 bytes for 5 gigabytes.',
    fix: "write '500Gi' for memory and disk, '2' or '500m' for processors.",
    source: 'Kubernetes, quantities',
  },
  {
    id: 'schedule/cron',
    severity: 'error',
    title: 'Times are cron expressions that Kubernetes reads as they are meant',
    why: 'CronJobs read five fields, Sunday as 0 only. With days of the month and of the week they run on either. A day that never comes is no error to them.',
    fix: "write five fields, such as '30 2 * * *'.",
    source: 'robfig/cron v3 parser.go, spec.go; kubernetes/kubernetes pkg/apis/batch/validation',
  },
  {
    id: 'schedule/time-zone',
    severity: 'error',
    title: 'Time zones are names of the IANA database',
    why: 'Kubernetes looks the zone up in files, by its exact name. An unknown one stops the CronJob.',
    fix: "write a name such as 'Europe/Berlin'.",
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones',
  },
  {
    id: 'props/cidr',
    severity: 'error',
    title: 'Networks are address ranges',
    why: 'ClickHouse and the API server refuse anything else, or take it for a host name.',
    fix: "write a range such as '10.0.0.0/8'.",
    source: 'RFC 4632',
  },
  {
    id: 'props/cidr-host-bits',
    severity: 'error',
    title: 'Address ranges have no bits set behind their prefix',
    why: 'It is a typing error as often as not: either the address or the prefix is not what was meant.',
    fix: 'clear the bits, or use the prefix of a single address.',
    source: 'RFC 4632',
  },
];
