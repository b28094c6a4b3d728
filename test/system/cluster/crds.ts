import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { isManifest, type Manifest } from '../../../src/kubernetes/manifest';
import { crdDirectory } from '../../support/crd-releases';
import type { ApiClient } from './api-client';
import { hasCondition } from './condition';
import { until } from './until';

/** Releases of the ClickHouse operator that every example is checked against: the oldest and the newest supported. */
export const operatorVersions = ['0.25.6', '0.27.2'] as const;

/** One of {@link operatorVersions}. */
export type OperatorVersion = (typeof operatorVersions)[number];

/**
 * Modules whose source holds the CRDs; versions that were tried with the API server of this folder. Only the kinds that
 * manifests of ours can have: each CRD costs every start half a second.
 */
const modules = [
  {
    module: 'github.com/cert-manager/cert-manager@v1.21.2',
    folder: 'deploy/crds',
    kinds: /_(certificates|issuers|clusterissuers)\.yaml$/,
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    folder: 'example/prometheus-operator-crd',
    kinds: /_(podmonitors|servicemonitors|prometheusrules)\.yaml$/,
  },
  {
    module: 'github.com/external-secrets/external-secrets@v1.3.2',
    folder: 'config/crds/bases',
    kinds:
      /^(external-secrets\.io_(externalsecrets|secretstores|clustersecretstores)|generators\.external-secrets\.io_passwords)\.yaml$/,
  },
];

interface CrdSpec {
  readonly group: string;
  readonly names: { readonly kind: string };
  readonly versions: readonly { readonly name: string; readonly served: boolean }[];
}

/** Installs the CRDs of one release of the operator, and those of all its companions, and waits until they serve. */
export async function installCrds(client: ApiClient, operator: OperatorVersion): Promise<void> {
  const crds = [`altinity-${operator}`, 'argo-cd', 'flux'].flatMap((folder) => crdsIn(crdDirectory(folder)));
  const fromModules = modules.map(async ({ module, folder, kinds }) =>
    crdsIn(join(await moduleDirectory(module), folder), kinds),
  );
  crds.push(...(await Promise.all(fromModules)).flat());
  await Promise.all(crds.map((crd) => installCrd(client, crd)));
}

async function installCrd(client: ApiClient, crd: Manifest): Promise<void> {
  await client.apply(crd);
  await client.waitFor(crd, (object) => hasCondition(object, 'Established'));
  // Established objects are listed a moment later.
  const { group, names, versions } = crd.spec as CrdSpec;
  for (const { name } of versions.filter(({ served }) => served)) {
    const ask = async () => (await client.serves(`${group}/${name}`, names.kind)) || undefined;
    await until(ask, () => `${names.kind} of ${group}/${name} is not served`);
  }
}

function crdsIn(directory: string, files = /\.yaml$/): readonly Manifest[] {
  return readdirSync(directory)
    .filter((file) => files.test(file))
    .flatMap((file) => parseAllDocuments(readFileSync(join(directory, file), 'utf8')))
    .map((document): unknown => document.toJS())
    .filter(isManifest)
    .filter(({ kind }) => kind === 'CustomResourceDefinition');
}

/** Directory of a Go module, downloaded by Go where it is not there yet. */
async function moduleDirectory(module: string): Promise<string> {
  try {
    // Outside of any module, so that the versions of this repository's own do not matter.
    const { stdout } = await promisify(execFile)('go', ['mod', 'download', '-json', module], { cwd: tmpdir() });
    return (JSON.parse(stdout) as { Dir: string }).Dir;
  } catch (error) {
    const { code, stdout, message } = error as { code?: unknown; stdout?: string; message: string };
    throw new Error(
      code === 'ENOENT'
        ? `Go downloads the CRDs of ${module}; install it from https://go.dev/dl`
        : `Go could not download ${module}: ${stdout || message}`,
    );
  }
}
