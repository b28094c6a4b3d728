import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { fieldFaults } from '../../src/altinity/field-faults';
import { topologyOf } from '../../src/altinity/topology';
import type { AltinityKind, OperatorVersion } from '../../src/altinity/versions';
import { isManifest, type Manifest } from '../../src/kubernetes/manifest';
import { sharedPath } from '../support/shared';

/*
 * Installations that nobody here wrote. A real API server refuses the same files, and one more whose object name is
 * invalid, which is no matter of the spec (test/system/apiserver/chi-examples.test.ts). It knows nothing about pods of
 * templates.
 */

const inPods = {
  '03-persistent-volume-07-security-context.yaml': [
    'unknown /spec/templates/podTemplates/0/spec/securityContext/capabilities',
  ],
  '05-settings-09-projected-configmap.yaml': ['unknown /spec/templates/podTemplates/0/spec/containers/0/volumes'],
};

const ports = ['httpPort', 'tcpPort', 'interserverHTTPPort'];
const misplacedPorts = [0, 1, 2].flatMap((replica) =>
  ports.map((port) => `unknown /spec/configuration/clusters/0/layout/replicas/${replica}/${port}`),
);

/** Switches that are written without quotes, which YAML reads as booleans. */
const bareSwitches = [
  ...switchesOf('/spec/reconcile/host', [
    ...['wait/exclude', 'wait/queries', 'wait/include', 'wait/replicas/all', 'wait/replicas/new'],
    ...['wait/probes/startup', 'wait/probes/readiness'],
    ...['drop/replicas/onDelete', 'drop/replicas/onLostVolume', 'drop/replicas/active'],
  ]),
  ...switchesOf('/spec/configuration/zookeeper/nodes', ['0/secure', '1/secure', '2/secure']),
  ...switchesOf('/spec/configuration/clusters/0/reconcile/host/wait', [
    ...['exclude', 'queries', 'include', 'replicas/all', 'replicas/new', 'probes/startup', 'probes/readiness'],
  ]),
];

const reviewed: Readonly<Partial<Record<OperatorVersion, Readonly<Record<string, readonly string[]>>>>> = {
  '0.25.6': {
    ...inPods,
    '06-advanced-layout-03-replicas.yaml': misplacedPorts,
    '99-clickhouseinstallation-max.yaml': bareSwitches,
  },
  '0.27.2': { ...inPods, '06-advanced-layout-03-replicas.yaml': misplacedPorts },
};

const installations = readInstallations(sharedPath('chi-examples'));

test('there are many of them', () => {
  expect(installations.length).toBeGreaterThan(50);
});

test.each(['0.25.6', '0.27.2'] as const)('only the known ones have faults for operator %s', (target) => {
  const found: Record<string, string[]> = {};
  for (const { file, manifest } of installations) {
    const faults = fieldFaults(manifest.kind as AltinityKind, manifest.spec, target);
    if (faults.length > 0) found[file] = faults.map(({ problem, pointer }) => `${problem} ${pointer}`);
  }
  expect(found).toEqual(reviewed[target]);
});

test('all of them have hosts, with different names in all but two', () => {
  const colliding: string[] = [];
  for (const { file, manifest } of installations) {
    const objects = topologyOf(manifest).hosts.map(({ object }) => object);
    expect([file, objects.length]).not.toEqual([file, 0]);
    const twice = objects.filter((object, index) => objects.indexOf(object) !== index);
    colliding.push(...twice.map((object) => `${file} ${object}`));
  }
  expect(colliding).toEqual([
    // Two of its shards name a replica `replica0`, which is the whole name of both hosts.
    '99-clickhouseinstallation-max.yaml chi-clickhouse-installation-max-customized-replica0',
    // The first shard is named "1", and the second has that name because it has none.
    'evolution-04-update-introduce-canary.yaml chi-evolution-cluster-1-1',
  ]);
});

function switchesOf(place: string, names: readonly string[]): string[] {
  return names.map((name) => `type ${place}/${name}`);
}

/** Reads files as kubectl does: YAML 1.1, where `yes` is a boolean. */
function readInstallations(folder: string): readonly { readonly file: string; readonly manifest: Manifest }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) =>
      parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { version: '1.1' })
        .map((document): unknown => document.toJS())
        .filter(isManifest)
        .filter(({ kind }) => kind === 'ClickHouseInstallation' || kind === 'ClickHouseKeeperInstallation')
        .map((manifest) => ({ file, manifest })),
    );
}
