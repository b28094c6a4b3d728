import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isManifest } from '../../../src/kubernetes/manifest';
import { sharedPath } from '../../support/shared';
import { type OperatorVersion, operatorVersions } from '../cluster/crds';
import { apiServer, makeNamespace, makeNamespacesOf } from './servers';

/**
 * Files that the API server refuses, and a part of what it says. All others are accepted. This is the truth that
 * `anyhouse check` is measured by.
 */
const refused: Readonly<Record<OperatorVersion, Readonly<Record<string, string>>>> = {
  '0.25.6': {
    '06-advanced-layout-03-replicas.yaml': 'Port: field not declared in schema',
    '13-distribution-03-3x3-distribution-detailed.yaml': 'a lowercase RFC 1123 subdomain',
    // Booleans without quotes, where only the operator from 0.27.2 on takes them.
    '99-clickhouseinstallation-max.yaml': '.spec.reconcile.host.wait.exclude: expected string',
  },
  '0.27.2': {
    '06-advanced-layout-03-replicas.yaml': 'Port: field not declared in schema',
    '13-distribution-03-3x3-distribution-detailed.yaml': 'a lowercase RFC 1123 subdomain',
  },
};

const files = readFiles(sharedPath('chi-examples'));

test('there are installations that nobody here wrote', () => {
  expect(files.length).toBeGreaterThan(50);
});

describe.each(operatorVersions)('a real API server with the CRDs of operator %s', (operator) => {
  test('accepts all installations of others but those that are known to be wrong', async () => {
    const server = apiServer(operator);
    await makeNamespace(server, 'default');
    await makeNamespacesOf(
      server,
      files.map(({ manifest }) => manifest).filter(({ kind }) => kind !== 'Namespace'),
    );
    const found: Record<string, string> = {};
    for (const { file, manifest } of files) {
      const verdict = await server.dryRun(manifest);
      if (!verdict.accepted) found[file] = verdict.message;
    }
    const expected = Object.entries(refused[operator]).map(([file, part]) => [file, expect.stringContaining(part)]);
    expect(found).toEqual(Object.fromEntries(expected));
  });
});

/** Documents of all files, read as kubectl reads them: YAML 1.1, where `no` is a boolean. */
function readFiles(folder: string) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) =>
      parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { version: '1.1' })
        .map((document): unknown => document.toJS())
        .filter(isManifest)
        .map((manifest) => ({ file, manifest })),
    );
}
