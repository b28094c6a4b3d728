import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { asText, at, list, type Manifest, record } from '../../kubernetes/manifest';
import { isToken } from '../../kubernetes/token';
import { booleanOf } from '../normalize/booleans';

/** ClickHouse installations of a set. */
export function clickhousesOf(set: ManifestSet): readonly Manifest[] {
  return set.ofKind('ClickHouseInstallation');
}

/** Keeper installations of a set. */
export function keepersOf(set: ManifestSet): readonly Manifest[] {
  return set.ofKind('ClickHouseKeeperInstallation');
}

/** ClickHouse and Keeper installations of a set. */
export function installationsOf(set: ManifestSet): readonly Manifest[] {
  return [...clickhousesOf(set), ...keepersOf(set)];
}

/** Everything that is written like an installation: also templates that the operator merges into installations. */
export function textsOf(set: ManifestSet): readonly Manifest[] {
  return [...installationsOf(set), ...set.ofKind('ClickHouseInstallationTemplate')];
}

/** A check that judges object by object. */
export function forEach(
  objects: (set: ManifestSet) => readonly Manifest[],
  check: (object: Manifest, set: ManifestSet) => Iterable<Fault>,
): Rule['check'] {
  return function* (set) {
    for (const object of objects(set)) yield* check(object, set);
  };
}

/** Whether this is a Keeper installation. */
export function isKeeper({ kind }: Manifest): boolean {
  return kind === 'ClickHouseKeeperInstallation';
}

/**
 * Whether an installation is whole as it stands. Otherwise installation templates add to it, or a file whose text is not
 * known yet, so that what is missing here may come from there.
 */
export function isWhole(set: ManifestSet, installation: Manifest): boolean {
  if (Object.values(record(at(installation, 'spec', 'configuration', 'files'))).some(isToken)) return false;
  if (isKeeper(installation)) return true;
  if (installation.kind !== 'ClickHouseInstallation') return false;
  if (list(at(installation, 'spec', 'useTemplates')).length > 0) return false;
  const labels = record(installation.metadata.labels);
  return !set.ofKind('ClickHouseInstallationTemplate').some((template) => {
    const { policy, chiSelector } = record(at(template, 'spec', 'templating'));
    return (
      set.clusterOf(template) === set.clusterOf(installation) &&
      /^auto$/i.test(asText(policy)) &&
      Object.entries(record(chiSelector)).every(([key, value]) => labels[key] === value)
    );
  });
}

/** Whether a field says no, in any spelling of the operator. An absent or empty one says nothing. */
export function isNo(value: unknown): boolean {
  return value !== '' && booleanOf(value) === false;
}
