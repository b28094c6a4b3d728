import { checkListedOnce } from '../kubernetes/listed-once';
import { type Check, leaf, line, listOf, oneOf, required, shape } from '../kubernetes/shape';
import type { CloudOptions } from './options';
import { platformPools } from './pools';

/** How a cloud spells regions and zones. */
interface CloudSpelling {
  readonly region: RegExp;
  readonly example: string;
  /** Whether a zone lies in a region. */
  readonly zoneIn: (region: string, zone: string) => boolean;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html */
export const awsSpelling: CloudSpelling = {
  region: /^[a-z]{2,}(-[a-z]+)+-\d$/,
  example: 'eu-west-1',
  // Local Zones append a place to the region: us-west-2-lax-1a.
  zoneIn: (region, zone) => zone.startsWith(region) && /^(-[a-z]+-\d)?[a-z]$/.test(zone.slice(region.length)),
};

/** @see https://cloud.google.com/compute/docs/regions-zones */
export const googleSpelling: CloudSpelling = {
  region: /^[a-z]+-[a-z]+\d+$/,
  example: 'europe-west4',
  zoneIn: (region, zone) => zone.startsWith(`${region}-`) && /^[a-z]$/.test(zone.slice(region.length + 1)),
};

/** Azure numbers the zones of a region; nodes carry the region in front of the number. */
export const azureSpelling: CloudSpelling = {
  region: /^[a-z]+\d?$/,
  example: 'westeurope',
  zoneIn: (region, zone) => zone.startsWith(`${region}-`) && /^[1-9]$/.test(zone.slice(region.length + 1)),
};

/** Checks of the options of a cloud. */
export function cloudShape(spelling: CloudSpelling, more: Readonly<Record<string, Check>> = {}): Check {
  return (value, prop, problems) => {
    shape<CloudOptions>({
      region: required(
        leaf((region) => typeof region === 'string' && spelling.region.test(region), {
          rule: 'platform/region',
          must: `be a region such as "${spelling.example}"`,
          fix: `write region: '${spelling.example}'; a zone has one letter more.`,
        }),
        { must: 'name the region', fix: `write region: '${spelling.example}'.` },
      ),
      zones: required(
        listOf(
          leaf((zone) => typeof zone === 'string', { must: 'be text', fix: 'write a zone.', decides: 'where pods go' }),
          { least: 1, fix: 'list the zones that the node pools stand in.' },
        ),
        { must: 'list the zones of the nodes', fix: 'list the zones that the node pools stand in.' },
      ),
      cluster: line,
      networkPolicy: oneOf(['enforced', 'off', 'unknown']),
      pools: platformPools,
      ...more,
    })(value, prop, problems);
    if (problems.has('region') || problems.has('zones') || problems.has('')) return;
    const { region, zones } = value as CloudOptions;
    for (const [index, zone] of zones.entries()) {
      if (!spelling.zoneIn(region, zone)) {
        problems.add({
          rule: 'platform/zone',
          prop: `zones[${index}]`,
          must: `be a zone of ${region}`,
          got: zone,
          fix: `write a zone such as "${zoneExample(region, spelling)}".`,
        });
      }
    }
    if (!problems.has('zones')) checkListedOnce('platform/zone', 'zones', zones, problems);
  };
}

function zoneExample(region: string, spelling: CloudSpelling): string {
  const spellings = [`${region}-a`, `${region}-1`, `${region}a`];
  return spellings.find((zone) => spelling.zoneIn(region, zone)) ?? region;
}
