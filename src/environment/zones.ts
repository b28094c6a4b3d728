import type { Problems } from '../kubernetes/prop-error';
import type { ResolvedEnvironment } from './options';
import type { Placement } from './placement';

/** Reports zones of a placement that the platform does not have, or names twice. */
export function checkZones(
  problems: Problems,
  { platform }: ResolvedEnvironment,
  placement: Placement | undefined,
): void {
  const zones = placement?.zones;
  if (zones === undefined) return;
  for (const [index, zone] of zones.entries()) {
    const prop = `placement.zones[${index}]`;
    if (!platform.zones.includes(zone)) {
      const known =
        platform.zones.length > 0 ? `one of ${platform.zones.join(', ')}` : `left out: ${platform.name} has no zones`;
      problems.add({
        rule: 'platform/zone',
        prop,
        must: `be ${known}`,
        got: zone,
        fix: 'use zones of the platform, or add it there.',
      });
    } else if (zones.indexOf(zone) !== index) {
      problems.add({ rule: 'platform/zone', prop, must: 'be listed once', got: zone, fix: 'remove it.' });
    }
  }
}
