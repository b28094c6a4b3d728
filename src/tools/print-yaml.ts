import { Document } from 'yaml';

/** One YAML document, without the `---` before it. Strings that YAML 1.1 would take for something else are quoted. */
export function printYaml(value: unknown): string {
  return new Document(value, { version: '1.1', aliasDuplicateObjects: false }).toString({ lineWidth: 0 });
}

/** Lines as YAML comments. */
export function comment(...lines: readonly string[]): string {
  return lines.map((line) => `#${line === '' ? '' : ` ${line}`}\n`).join('');
}
