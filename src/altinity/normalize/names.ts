import { asText, text } from '../../kubernetes/manifest';

/** Which values a pattern can hold, by macro name. */
export type Macros = Readonly<Record<string, string | number>>;

/** What the operator keeps of each part of a name. */
const longest = { installation: 60, cluster: 15, shard: 15, replica: 15, host: 15 };

/** A part of a name as it stands in objects: cut, then without separators at its ends. */
export function namePart(part: keyof typeof longest, name: string): string {
  return name.slice(0, longest[part]).replaceAll(/^[-_.]+|[-_.]+$/g, '');
}

/** Fills the macros of a pattern. What is no macro of its scope stays as it is, braces included. */
export function expand(pattern: string, macros: Macros): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (whole, macro: string) =>
    Object.hasOwn(macros, macro) ? asText(macros[macro]) : whole,
  );
}

/**
 * Domain of the namespace. A pattern with more than one `%s` is dropped by the operator; so is, here, one without any,
 * which makes it render names that no DNS knows.
 */
export function domainOf(pattern: unknown, namespace: string): string {
  const given = text(pattern);
  const parts = given?.split('%s') ?? [];
  return parts.length === 2 ? parts.join(namespace) : `${namespace}.svc.cluster.local`;
}
