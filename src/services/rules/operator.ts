import { defectsOf } from '../../altinity/known-defects';
import { lower } from '../../altinity/rules/images';
import { forEach, installationsOf, keepersOf } from '../../altinity/rules/installations';
import { topologyOf } from '../../altinity/topology';
import { parseOperatorVersion } from '../../altinity/versions';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { asText, at, list, type Manifest, record } from '../../kubernetes/manifest';
import { environmentsByCluster, type KnownOperator, operatorIn, watchesNamespace } from './watches';

function* unwatched(installation: Manifest, set: ManifestSet): Generator<Fault> {
  const operator = operatorIn(set.contextOf(installation));
  const { namespace } = installation.metadata;
  if (!operator.watches || typeof namespace !== 'string' || watchesNamespace(operator, namespace)) return;
  const watched = operator.watches.length > 0 ? operator.watches.join(', ') : 'its own namespace only';
  const message = `the operator watches ${watched}, but not '${namespace}'.`;
  yield { object: installation, pointer: '/metadata/namespace', message };
}

/** A name by which two environments can tell that they mean the same operator. */
const nameOf = ({ namespace }: KnownOperator) => namespace ?? '';

function* overlaps(set: ManifestSet): Generator<Fault> {
  for (const environments of environmentsByCluster(set).values()) {
    const operators = new Map(environments.map(({ operator }) => [nameOf(operator), operator]));
    for (const { carrier, namespace, operator } of environments) {
      for (const other of operators.values()) {
        if (nameOf(other) === nameOf(operator) || !other.watches || !watchesNamespace(other, namespace)) continue;
        const message = `'${namespace}' is served by the operator in '${nameOf(operator)}', but watched by that in '${nameOf(other)}', too.`;
        yield { object: carrier, pointer: '', message };
      }
    }
  }
}

function* versions(set: ManifestSet): Generator<Fault> {
  for (const environments of environmentsByCluster(set).values()) {
    const known = new Map<string, string>();
    for (const { carrier, operator } of environments) {
      if (operator.version === undefined) continue;
      const other = known.get(nameOf(operator)) ?? operator.version;
      known.set(nameOf(operator), other);
      if (other !== operator.version) {
        const message = `the operator in '${nameOf(operator)}' is ${operator.version} here and ${other} in another environment of the cluster.`;
        yield { object: carrier, pointer: '', message };
      }
    }
  }
}

function* inKubeSystem(set: ManifestSet): Generator<Fault> {
  for (const environments of environmentsByCluster(set).values()) {
    for (const { carrier, operator } of environments) {
      if (operator.namespace === 'kube-system')
        yield { object: carrier, pointer: '', message: 'its operator runs in kube-system.' };
    }
  }
  for (const deployment of set.ofKind('Deployment')) {
    const containers = list(at(deployment, 'spec', 'template', 'spec', 'containers')).map(record);
    if (
      deployment.metadata.namespace === 'kube-system' &&
      containers.some(({ image }) => /(^|\/)clickhouse-operator([:@]|$)/.test(asText(image)))
    )
      yield { object: deployment, pointer: '/metadata/namespace', message: 'the operator runs in kube-system.' };
  }
}

function* knownBad(keeper: Manifest, set: ManifestSet): Generator<Fault> {
  const operator = parseOperatorVersion(operatorIn(set.contextOf(keeper)).version ?? '');
  const { hosts } = topologyOf(keeper);
  for (const { affects, advice, server, members = 1, what, fix } of operator ? defectsOf(operator) : []) {
    if (affects === 'keeper' && advice === 'avoid' && !server && hosts.length >= members)
      yield { object: keeper, pointer: '', message: `operator ${operator}: ${lower(what)}`, fix: lower(fix) };
  }
}

/** Rules about the operator. */
export const operatorRules: readonly Rule[] = [
  {
    id: 'operator/watch-scope',
    severity: 'error',
    title: 'The operator watches the namespace of every installation',
    why: 'It ignores all others without a word: no pods, no status, no events.',
    fix: 'add the namespace to the watched ones, where the operator is installed and in Operator.existing({ watches }).',
    source: 'operator #657, #1064, #1434, #2008',
    check: forEach(installationsOf, unwatched),
  },
  {
    id: 'operator/overlapping-watches',
    severity: 'error',
    about: 'environment',
    title: 'Every namespace is watched by one operator',
    why: 'Two operators undo the work of each other, restart after restart.',
    fix: 'narrow the watches of both, so that no namespace matches twice.',
    source: 'operator documentation, watch.namespaces',
    check: overlaps,
  },
  {
    id: 'operator/versions-differ',
    severity: 'error',
    about: 'environment',
    title: 'Environments of one cluster agree on the release of their operator',
    why: 'There is one operator: what is written for the newer release is dropped by the older one.',
    fix: 'declare the operator once, in ClusterServices.',
    source: 'design of this library',
    check: versions,
  },
  {
    id: 'operator/known-bad',
    severity: 'warning',
    title: 'The release of the operator is not known to fail with a Keeper',
    why: 'Somebody has run into it before.',
    fix: 'use 0.27.2.',
    source: 'table of known defects, each with its issue (src/altinity/known-defects.ts)',
    check: forEach(keepersOf, knownBad),
  },
  {
    id: 'operator/kube-system',
    severity: 'warning',
    title: 'The operator has a namespace of its own',
    why: 'In kube-system it watches every namespace by default, and removing it with its namespace is no option.',
    fix: "install it into a namespace such as 'clickhouse-operator'.",
    source: 'operator documentation, installation details',
    check: inKubeSystem,
  },
  {
    id: 'operator/version',
    severity: 'error',
    title: 'The operator is a release that this library can write for',
    why: 'Spelling and availability of fields differ between releases.',
    fix: 'use a release from 0.25.0 up to 0.27.',
    source: 'CRDs of the operator',
  },
];
