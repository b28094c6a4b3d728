/** What Pulumi marks a secret with on its way to the engine. */
const signature = '4dabf18193072939515e22adb298388d';
const secretMark = '1b47061264138c4ac30d75fd1eb44270';

/** Whether a registered input is marked as secret. */
export const isSecret = (value: unknown): value is { readonly value: unknown } =>
  typeof value === 'object' && value !== null && (value as Record<string, unknown>)[signature] === secretMark;

/** Texts inside of what is marked as secret, decoded where they are the data of a Secret. */
export function secretTextsIn(value: unknown): readonly string[] {
  if (!isSecret(value)) return [];
  return textsIn(value.value).flatMap((text) => [text, Buffer.from(text, 'base64').toString()]);
}

/** A value with everything that is marked as secret left out. */
export function withoutSecrets(value: unknown): unknown {
  if (isSecret(value)) return '[secret]';
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner)]));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
