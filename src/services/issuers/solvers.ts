import { at, list, record, text } from '../../kubernetes/manifest';
import { isToken } from '../../kubernetes/token';

/**
 * Whether cert-manager would find a solver for a name among those of an ACME issuer. Nobody proves `*.example.com`
 * through HTTP01: public authorities offer DNS01 only.
 * @param labels those of the Certificate, which selectors may ask for
 * @see https://github.com/cert-manager/cert-manager/blob/v1.21.2/pkg/util/solverpicker/solverpicker.go
 */
export function hasSolver(
  solvers: readonly unknown[],
  name: string,
  labels: Readonly<Record<string, unknown>> = {},
): boolean {
  return solvers.some((solver) => canProve(solver, name) && isSelected(record(solver).selector, name, labels));
}

/** Whether a solver could prove a name at all, whatever its selector says. */
export function canProve(solver: unknown, name: string): boolean {
  const { dns01, http01 } = record(solver);
  const isSet = (value: unknown) => value !== undefined && value !== null;
  return isSet(dns01) || (isSet(http01) && !name.startsWith('*.'));
}

function isSelected(selector: unknown, name: string, labels: Readonly<Record<string, unknown>>): boolean {
  const { dnsNames, dnsZones } = record(selector);
  const names = list(dnsNames);
  const zones = list(dnsZones);
  return (
    Object.entries(record(at(selector, 'matchLabels'))).every(
      ([key, value]) => labels[key] === value || isToken(value),
    ) &&
    (names.length === 0 || names.includes(name) || names.some(isToken)) &&
    (zones.length === 0 || zones.some((zone) => isToken(zone) || isInZone(name, text(zone) ?? '')))
  );
}

/** Label by label from the right. A zone with a dot at its end holds no name without one. */
function isInZone(name: string, zone: string): boolean {
  const lower = name.toLowerCase();
  const wanted = zone.toLowerCase();
  return wanted !== '' && (lower === wanted || lower.endsWith(`.${wanted}`));
}
