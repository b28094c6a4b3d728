/** Longest name of an object whose name becomes a DNS label: Services, and StatefulSets through their pods. */
const dnsLabelLength = 63;

/** Whether a text is a DNS label (RFC 1123) that starts with a letter, as Services and the operator need it. */
export function isDnsLabel(value: string): boolean {
  return value.length <= dnsLabelLength && /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(value);
}

/** Whether a text is a DNS subdomain (RFC 1123): names of Secrets, StorageClasses, ConfigMaps. */
export function isDnsSubdomain(value: string): boolean {
  return value.length <= 253 && value.split('.').every((part) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(part));
}

/** Whether a text is a host name with a domain. Its last label is no number: such texts are addresses (RFC 6066). */
export function isFullName(value: string): boolean {
  return isDnsSubdomain(value) && /\.[a-z0-9-]*[a-z][a-z0-9-]*$/.test(value);
}

/** Whether a text can be the value of a label. */
export function isLabelValue(value: string): boolean {
  return /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/.test(value);
}

/** Whether a text can be the key of a label or annotation: an optional DNS prefix and a name. */
export function isLabelKey(value: string): boolean {
  const slash = value.indexOf('/');
  const name = value.slice(slash + 1);
  return (slash < 0 || isDnsSubdomain(value.slice(0, slash))) && name !== '' && isLabelValue(name);
}

/** Whether a text can be the key of a Secret or ConfigMap. */
export function isDataKey(value: string): boolean {
  return /^[-._a-zA-Z0-9]{1,253}$/.test(value) && !value.startsWith('..') && value !== '.';
}

/** The nearest valid DNS label, for the fix of an error; undefined when nothing of the text can be kept. */
export function nearestDnsLabel(value: string, length: number): string | undefined {
  const label = value
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, Math.max(length, 0))
    .replace(/-+$/, '');
  return label === '' ? undefined : label;
}
