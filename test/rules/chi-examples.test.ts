import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { allRules } from '../../src/all-rules';
import { ManifestSet } from '../../src/checks/manifest-set';
import { type CheckResult, runRules } from '../../src/checks/run';
import { isManifest } from '../../src/kubernetes/manifest';
import { sharedPath } from '../support/shared';

const folder = sharedPath('chi-examples');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -'.yaml'.length)] : []));
const reviewed: Readonly<Record<string, unknown>> = parse(readFileSync(join(__dirname, 'chi-examples.yaml'), 'utf8'));

/** Each file is judged for itself: several of them are stages of one installation. */
function judged(name: string): CheckResult {
  const text = readFileSync(join(folder, `${name}.yaml`), 'utf8');
  const objects = parseAllDocuments(text, { version: '1.1' }).map((document): unknown => document.toJS());
  return runRules(new ManifestSet(objects.filter(isManifest)), allRules);
}

test('every file is reviewed', () => {
  expect(Object.keys(reviewed)).toEqual(names);
});

test.each(names)('%s breaks the rules that it was found to break', (name) => {
  const counts: Record<string, number> = {};
  for (const { rule } of judged(name).findings) counts[rule.id] = (counts[rule.id] ?? 0) + 1;
  expect(counts).toEqual(reviewed[name]);
});

test('the two files that the API server refuses have errors that say why', () => {
  const refused = {
    '06-advanced-layout-03-replicas': 'fields/unknown',
    '13-distribution-03-3x3-distribution-detailed': 'names/installation',
  };
  for (const [name, rule] of Object.entries(refused)) {
    const errors = judged(name).findings.filter((finding) => finding.rule.severity === 'error');
    expect(errors.map((finding) => finding.rule.id)).toContain(rule);
  }
});
