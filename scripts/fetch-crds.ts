import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CrdRelease, crdReleases, fetchedCrds } from '../test/support/crd-releases';

/*
 * Fetches the CRDs that the tests use, for machines without the shared folder: `npx tsx scripts/fetch-crds.ts`.
 * What is there already is left alone, so it can be run again after a failure.
 */

const host = 'https://raw.githubusercontent.com';

async function main(): Promise<void> {
  const missing = crdReleases.flatMap((release) => release.files.map((file) => ({ release, file }))).filter(isMissing);
  const results = await Promise.allSettled(missing.map(fetchFile));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
  if (failures.length > 0) {
    console.error(failures.join('\n'));
    console.error(
      `${failures.length} of ${missing.length} files could not be fetched. If this machine has no way to GitHub, copy ` +
        `the folder ${fetchedCrds()} from one that has, or set ANYHOUSE_SHARED to a folder that holds crds/.`,
    );
    process.exitCode = 1;
  } else {
    console.error(`${missing.length} CRDs fetched; all are in ${fetchedCrds()}`);
  }
}

interface File {
  readonly release: CrdRelease;
  readonly file: string;
}

function pathOf({ release, file }: File): string {
  return join(fetchedCrds(), release.folder, file);
}

function isMissing(file: File): boolean {
  return !existsSync(pathOf(file));
}

async function fetchFile(file: File): Promise<void> {
  const url = `${host}/${file.release.source}/${file.file}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch((error: Error) => {
    throw new Error(`${url}: ${String(error.cause ?? error.message)}`);
  });
  if (!response.ok) throw new Error(`${url}: answered ${response.status} ${response.statusText}`);
  const text = await response.text();
  if (!text.includes('kind: CustomResourceDefinition')) throw new Error(`${url}: holds no CustomResourceDefinition`);
  const path = pathOf(file);
  await mkdir(join(path, '..'), { recursive: true });
  // A file under its final name is whole, also when this script is interrupted.
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
