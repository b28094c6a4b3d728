import { asText } from '../../kubernetes/manifest';
import { isDnsSubdomain, isLabelValue, nearestDnsLabel } from '../../kubernetes/names';
import { Platform } from '../../platform/platform';
import type { PlatformName } from '../../platform/platform-names';
import { InputError } from '../manifests/input-error';
import { type ChosenPlatform, choosePlatform, cloudOf, isLaptop } from '../platform-choice';
import { Call } from '../typescript/code';
import { chart } from './chart';
import type { Values } from './values';

/** What values do not say. */
export interface FromHelmFlags {
  /** Name of the release. @default - the name of the chart */
  readonly release?: string;
  readonly platform?: PlatformName;
  readonly region?: string;
  readonly zones?: readonly string[];
}

/** The name that the chart gives its objects. */
export function fullNameOf(values: Values, release: string): string {
  const own = values.text('nameOverride') || chart.name;
  const full = values.text('fullnameOverride') || (release.includes(own) ? release : `${release}-${own}`);
  return full.slice(0, 63).replace(/-$/, '');
}

/** Another name than the chart's: in one namespace, the same would change the old installation under its volumes. */
export function nameFrom(full: string): string {
  return `${nearestDnsLabel(full, 30) ?? chart.name}-v2`;
}

/** Where the program runs: as it was said, or as the names of zones say. */
export function platformOf(values: Values, { platform, region, zones }: FromHelmFlags): ChosenPlatform {
  const given = values.list('clickhouse', 'zones').map(asText);
  const cloud = given.length > 0 ? cloudOf(given) : undefined;
  const meant = platform === undefined || platform === cloud?.platform ? cloud : undefined;
  const name = platform ?? cloud?.platform;
  if (name === undefined) {
    const idle = [...(region === undefined ? [] : ['--region']), ...(zones === undefined ? [] : ['--zones'])];
    if (idle.length > 0) throw new InputError([`${idle.join(' and ')} must stand beside --platform.`]);
    return anyPlatform(values.text('clickhouse', 'persistence', 'storageClass'), given);
  }
  return choosePlatform({
    platform: name,
    region: region ?? meant?.region,
    zones: zones ?? (isLaptop(name) ? undefined : meant?.zones),
  });
}

function anyPlatform(storageClass: string, given: readonly string[]): ChosenPlatform {
  const zones = [...new Set(given)].filter((zone) => zone !== '' && isLabelValue(zone));
  const options = {
    name: 'kubernetes',
    storage: { className: isDnsSubdomain(storageClass) ? storageClass : 'standard', expandable: true },
    ...(zones.length > 0 && { zones }),
  };
  return { value: Platform.custom(options), code: new Call('Platform.custom', options) };
}
