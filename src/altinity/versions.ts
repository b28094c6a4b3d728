import { introductions, type OperatorFeature } from './introductions';

/**
 * A release of the Altinity operator that this library knows how to write for: from 0.25.0 up to, but not including,
 * 0.28.0. Text that is only known at run time becomes one through {@link parseOperatorVersion}.
 */
export type OperatorVersion = `0.${25 | 26 | 27}.${number}`;

/** The release that manifests are written for unless something else is asked for. */
export const defaultOperatorVersion: OperatorVersion = '0.27.2';

/** Reads `X.Y.Z`; undefined when it is no release, or one outside of what {@link OperatorVersion} covers. */
export function parseOperatorVersion(text: string): OperatorVersion | undefined {
  return /^0\.(25|26|27)\.(0|[1-9]\d{0,3})$/.test(text) ? (text as OperatorVersion) : undefined;
}

/** Negative when the first release is older, positive when it is newer, 0 when both are the same. */
export function compareOperatorVersions(a: OperatorVersion, b: OperatorVersion): number {
  return compareReleases(a, b);
}

/**
 * Order of two dotted releases of whatever kind and length: `25.8.10` comes before `25.8.10.7`.
 * Suffixes as in `25.3.6.10034.altinitystable` or `24.8-alpine` do not count.
 */
export function compareReleases(a: string, b: string): number {
  const [first, second] = [a, b].map((text) => (/^v?(\d+(?:\.\d+)*)/.exec(text)?.[1] ?? '').split('.').map(Number));
  for (let index = 0; index < Math.max(first?.length ?? 0, second?.length ?? 0); index++) {
    const difference = (first?.[index] ?? -1) - (second?.[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a release has a feature. Text that is no {@link OperatorVersion} has none. */
export function supports(version: string, feature: OperatorFeature): boolean {
  const parsed = parseOperatorVersion(version);
  return parsed !== undefined && compareReleases(parsed, introductions[feature].since) >= 0;
}

/** Kinds of the Altinity operator that this library writes. */
export type AltinityKind = 'ClickHouseInstallation' | 'ClickHouseKeeperInstallation';

/**
 * How a release spells the section that tunes reconciliation. ClickHouse installations renamed it in 0.25.4 and still
 * read the old name, which wins when both are given. Keeper installations never renamed it.
 */
export function reconcileField(kind: AltinityKind, version: OperatorVersion): 'reconcile' | 'reconciling' {
  return kind === 'ClickHouseInstallation' && supports(version, 'reconcile') ? 'reconcile' : 'reconciling';
}
