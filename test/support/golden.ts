import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Manifest } from 'anyhouse';
import { Yaml } from 'cdk8s';

/**
 * Compares manifests with a reviewed file. `npm run test:update` rewrites it; a test run never does.
 */
export function expectGolden(file: string, manifests: readonly Manifest[]): void {
  const text = Yaml.stringify(...manifests);
  if (process.env.UPDATE_GOLDENS) writeFileSync(file, text);
  if (!existsSync(file)) throw new Error(`${file} is missing; npm run test:update writes it for review`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
