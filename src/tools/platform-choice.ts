import { PropError } from '../kubernetes/prop-error';
import type { AksOptions, EksOptions, GkeOptions, OpenStackOptions } from '../platform/options';
import { Platform } from '../platform/platform';
import type { PlatformName } from '../platform/platform-names';
import { InputError } from './manifests/input-error';
import { Call } from './typescript/code';

/** Where a program is to run, as it is said on the command line. */
export interface PlatformWords {
  readonly platform: PlatformName;
  readonly region?: string;
  readonly zones?: readonly string[];
}

/** A platform, and the code that makes it. */
export interface ChosenPlatform {
  readonly value: Platform;
  readonly code: Call;
}

/** Whether a platform is a machine on a desk. */
export function isLaptop(name: PlatformName): boolean {
  return name === 'minikube' || name === 'kind';
}

/** Whether zones of a platform lie in a region. */
export function hasRegion(name: PlatformName): boolean {
  return name === 'eks' || name === 'gke' || name === 'aks';
}

/** Regions whose zones do not start at `a`. @see https://cloud.google.com/compute/docs/regions-zones */
const otherLetters: Readonly<Record<string, string>> = {
  'europe-west1': 'bcd',
  'us-east1': 'bcd',
  'us-central1': 'abc',
};

/** The zones that most people mean by a region. */
export function usualZones(name: PlatformName, region: string): readonly string[] {
  if (name === 'aks') return [1, 2, 3].map((zone) => `${region}-${zone}`);
  const letters = [...(otherLetters[region] ?? 'abc')];
  return letters.map((letter) => (name === 'gke' ? `${region}-${letter}` : `${region}${letter}`));
}

/**
 * The platform that words mean.
 * @throws InputError naming every flag that is missing, idle or wrong
 */
export function choosePlatform({ platform, region, zones }: PlatformWords): ChosenPlatform {
  const idle = [
    ...(region !== undefined && !hasRegion(platform) ? ['--region'] : []),
    ...(zones !== undefined && isLaptop(platform) ? ['--zones'] : []),
  ];
  if (idle.length > 0) throw new InputError(idle.map((flag) => `${flag} must be left out for ${platform}.`));
  if (isLaptop(platform)) return { value: Platform[platform as 'kind'](), code: new Call(`Platform.${platform}`) };
  const options = { ...(region !== undefined && { region }), ...(zones !== undefined && { zones }) };
  try {
    return { value: make(platform, options), code: new Call(`Platform.${platform}`, options) };
  } catch (error) {
    if (!(error instanceof PropError)) throw error;
    throw new InputError(
      error.problems.map(({ prop, must, got, fix }) => {
        const flag = `--${prop.replace(/\[.*/, '')}`;
        return `${flag} must ${must}, got ${got}. Fix: ${fix}`;
      }),
    );
  }
}

function make(name: PlatformName, options: Partial<EksOptions>): Platform {
  if (name === 'eks') return Platform.eks(options as EksOptions);
  if (name === 'gke') return Platform.gke(options as GkeOptions);
  if (name === 'aks') return Platform.aks(options as AksOptions);
  return Platform.openstack(options as OpenStackOptions);
}

/** How the three clouds spell zones: region, then the zone. */
const spellings: readonly (readonly [platform: PlatformName, pattern: RegExp])[] = [
  ['eks', /^([a-z]{2,}(?:-[a-z]+)+-\d)[a-z]$/],
  ['gke', /^([a-z]+-[a-z]+\d+)-[a-z]$/],
  ['aks', /^([a-z]+\d?)-[1-9]$/],
];

/** The cloud and region that zones can only mean. */
export function cloudOf(zones: readonly string[]): Required<PlatformWords> | undefined {
  for (const [platform, pattern] of spellings) {
    const regions = new Set(zones.map((zone) => pattern.exec(zone)?.[1]));
    const [region] = regions;
    if (regions.size === 1 && region !== undefined) return { platform, region, zones: [...new Set(zones)] };
  }
  return undefined;
}
