/*
 * Values that are only known while a program is deployed, such as the name of a bucket that does not exist yet. Under
 * Pulumi they are Outputs. Props hold text, so an Output enters as a token: a placeholder in the text, which
 * `anyhouse/pulumi` replaces in the finished manifests. Nothing here knows Pulumi.
 */

const pattern = /\$\{pulumi\.\d+\}/;
const everyOne = new RegExp(pattern, 'g');

/** Whether a value is text that is, or holds, a placeholder. What it will be in the end is not known. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value);
}

/** Whether a value is an Output of Pulumi itself, of whichever copy. It has to become a token first. */
export function isOutput(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '__pulumiOutput' in value && value.__pulumiOutput === true;
}

/** The placeholder with a number. */
export function tokenNumbered(index: number): string {
  return `\${pulumi.${index}}`;
}

/** Number of a placeholder. */
export function numberOfToken(token: string): number {
  return Number(/\d+/.exec(token)?.[0]);
}

/** Placeholders of a text, in their order. */
export function tokensOf(text: string): readonly string[] {
  return text.match(everyOne) ?? [];
}

/** A text taken apart: every second part is a placeholder, those around them may be empty. */
export function splitAtTokens(text: string): readonly string[] {
  return text.split(new RegExp(`(${pattern.source})`));
}

/** Text with a letter in place of every placeholder, for checks of what is known around it. */
export function withoutTokens(text: string): string {
  return text.replaceAll(everyOne, 'x');
}

/**
 * Passes text on from which a hash or an id is made.
 * @throws Error when it holds a placeholder: the hash would be one of the placeholder, and stay the same for ever
 */
export function knownText(text: string, what: string): string {
  if (!isToken(text)) return text;
  throw new Error(
    `${what} is computed from text that holds an Output of Pulumi, whose value is not known yet. Fix: give a plain value. [props/known]`,
  );
}
