import { type Item, itemsAt, specOf } from '../../altinity/rules/places';
import type { Manifest } from '../../kubernetes/manifest';

/** Settings of an installation, by slash path. */
export function settingsOf(installation: Manifest): readonly Item[] {
  return itemsAt(specOf(installation), 'configuration', 'settings');
}

/** The setting by which servers believe forwarded addresses on HTTP, where it is on. */
export function forwardingOf(installation: Manifest): Item | undefined {
  return settingsOf(installation).find(
    ({ key, value }) => key === 'auth_use_forwarded_address' && /^(1|true|yes)$/i.test(String(value)),
  );
}
