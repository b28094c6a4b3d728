import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { asText, type Manifest } from '../../kubernetes/manifest';
import { type FieldFault, fieldFaults } from '../field-faults';
import { defaultOperatorVersion, parseOperatorVersion } from '../versions';
import { forEach, isKeeper, textsOf } from './installations';
import { faultAt, specOf } from './places';

/** Fields that a rule of their own says more about. */
const covered = [
  /\/configuration\/clusters\/.*\/name$/,
  /\/zookeeper\/nodes\/\d+\/(host|port)$/,
  /\/(shardsCount|replicasCount|weight)$/,
  /\/volumeClaimTemplates\/\d+\/spec\/(reclaimPolicy|provisioner)$/,
];

const known = new WeakMap<ManifestSet, Map<Manifest, readonly FieldFault[]>>();

/** Faults of a specification, for the release of the operator that will read it, else for the default one. */
function faultsOf(object: Manifest, set: ManifestSet): readonly FieldFault[] {
  const ofSet = known.get(set) ?? new Map<Manifest, readonly FieldFault[]>();
  known.set(set, ofSet);
  const faults = ofSet.get(object) ?? read(object, asText(set.contextOf(object).operator?.version));
  ofSet.set(object, faults);
  return faults;
}

function read(object: Manifest, operator: string): readonly FieldFault[] {
  const target = parseOperatorVersion(operator) ?? defaultOperatorVersion;
  const kind = isKeeper(object) ? 'ClickHouseKeeperInstallation' : 'ClickHouseInstallation';
  return fieldFaults(kind, object.spec, target).filter(({ pointer }) => !covered.some((place) => place.test(pointer)));
}

const found = (...problems: readonly FieldFault['problem'][]) =>
  forEach(textsOf, function* (object, set): Generator<Fault> {
    for (const { pointer, problem, must, got, fix } of faultsOf(object, set)) {
      if (problems.includes(problem)) yield { object, pointer, message: `it must ${must}, got ${got}.`, fix };
    }
  });

function* twoSpellings(object: Manifest): Generator<Fault> {
  const spec = specOf(object);
  if (spec.node.reconcile !== undefined && spec.node.reconciling !== undefined) {
    yield faultAt(object, spec, ['reconcile'], "it is ignored, because 'reconciling' is there, too.");
  }
}

/** Rules about fields, from the CRDs of the operator. */
export const fieldRules: readonly Rule[] = [
  {
    id: 'fields/unknown',
    severity: 'error',
    title: 'Every field of a specification exists',
    why: 'The API server refuses unknown fields, or drops them in silence, depending on who applies them. In pods, claims and Services of templates it lets them through, and the operator drops them.',
    fix: 'use the name or the place that the message suggests.',
    source: 'CRDs of the operator; operator #1042, #1339; types of Kubernetes 1.30',
    check: found('unknown'),
  },
  {
    id: 'fields/newer',
    severity: 'error',
    title: 'Every field is known to the release of the operator that will read it',
    why: 'Older releases drop it, so that it does nothing.',
    fix: 'remove the field, or upgrade the operator first.',
    source: 'CRDs of the operator, release notes (src/altinity/introductions.ts)',
    check: found('newer'),
  },
  {
    id: 'fields/type',
    severity: 'error',
    title: 'Every field has the type that it should have',
    why: 'The API server refuses the installation, also for a number in quotes or, up to 0.27.1, a bare yes. In pods, claims and Services of templates it lets everything through, and the operator can then list no installation at all.',
    fix: 'write a value of that type.',
    source: 'CRDs of the operator; types of Kubernetes 1.30; client-go, which decodes a list as a whole',
    check: found('type'),
  },
  {
    id: 'fields/value',
    severity: 'error',
    title: 'Every field has a value that the operator knows',
    why: 'The API server refuses the installation; where the CRD is silent, the operator takes the default instead.',
    fix: 'write one of the values that the message lists.',
    source: 'CRDs of the operator',
    check: found('enum', 'range', 'pattern'),
  },
  {
    id: 'fields/missing',
    severity: 'error',
    title: 'Fields that must be there are there',
    why: 'The API server refuses the installation.',
    fix: 'add the field.',
    source: 'CRDs of the operator',
    check: found('missing'),
  },
  {
    id: 'fields/two-spellings',
    severity: 'error',
    title: 'How the operator reconciles is said once',
    why: "'reconciling' was renamed to 'reconcile' in 0.25.4. With both, the new one is ignored.",
    fix: "move everything to 'reconcile'.",
    source: 'operator, pkg/model/chi/normalizer (migrateReconcilingBackwardCompatibility)',
    check: forEach((set) => set.ofKind('ClickHouseInstallation'), twoSpellings),
  },
];
