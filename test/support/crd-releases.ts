import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory, sharedDirectory } from './shared';

/** CRDs of a project at one release, and where its repository keeps them. */
export interface CrdRelease {
  /** Folder below `crds/`, in the shared folder and in the cache. */
  readonly folder: string;
  /** Repository, tag and folder: what stands between the host of raw files and the file name. */
  readonly source: string;
  readonly files: readonly string[];
}

const altinityFiles = [
  'CustomResourceDefinition-clickhouseinstallations.clickhouse.altinity.com.yaml',
  'CustomResourceDefinition-clickhouseinstallationtemplates.clickhouse.altinity.com.yaml',
  'CustomResourceDefinition-clickhousekeeperinstallations.clickhouse-keeper.altinity.com.yaml',
  'CustomResourceDefinition-clickhouseoperatorconfigurations.clickhouse.altinity.com.yaml',
];

/** CRDs that are read from the shared folder, or fetched where there is none. */
export const crdReleases: readonly CrdRelease[] = [
  ...['0.25.6', '0.27.2'].map((version) => ({
    folder: `altinity-${version}`,
    source: `Altinity/clickhouse-operator/release-${version}/deploy/helm/clickhouse-operator/crds`,
    files: altinityFiles,
  })),
  {
    folder: 'argo-cd',
    source: 'argoproj/argo-cd/v3.6.1/manifests/crds',
    files: ['application-crd.yaml', 'appproject-crd.yaml'],
  },
  ...[
    { component: 'helm-controller/v1.6.4', kinds: ['helm.toolkit.fluxcd.io_helmreleases'] },
    { component: 'kustomize-controller/v1.10.1', kinds: ['kustomize.toolkit.fluxcd.io_kustomizations'] },
    {
      component: 'source-controller/v1.10.1',
      kinds: ['gitrepositories', 'helmcharts', 'helmrepositories', 'ocirepositories'].map(
        (kind) => `source.toolkit.fluxcd.io_${kind}`,
      ),
    },
  ].map(({ component, kinds }) => ({
    folder: 'flux',
    source: `fluxcd/${component}/config/crd/bases`,
    files: kinds.map((kind) => `${kind}.yaml`),
  })),
];

/** Folder with the fetched CRDs. */
export function fetchedCrds(): string {
  return join(cacheDirectory(), 'crds');
}

/** Folder with the CRDs of a project, such as `altinity-0.27.2`. @throws when there is none, saying how to get one */
export function crdDirectory(folder: string): string {
  const directory = findCrds(folder);
  if (directory === undefined) {
    throw new Error(`The CRDs of ${folder} are not on this machine. Fetch them with: npx tsx scripts/fetch-crds.ts`);
  }
  return directory;
}

/** Whether the CRDs of all projects are on this machine. */
export function hasCrds(): boolean {
  return crdReleases.every(({ folder }) => findCrds(folder) !== undefined);
}

function findCrds(folder: string): string | undefined {
  const roots = [sharedDirectory(), cacheDirectory()].flatMap((root) => (root === undefined ? [] : [root]));
  return roots.map((root) => join(root, 'crds', folder)).find(existsSync);
}
