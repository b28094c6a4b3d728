import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CrdRelease, crdReleases, fetchedCrds } from '../test/support/crd-releases';

/*
 * Fetches the CRDs that the tests use, for machines without the shared folder: `npx tsx scripts/fetch-crds.ts`.
 * Writes all of them or none, so that an interrupted run is not mistaken for a finished one.
 */

const host = 'https://raw.githubusercontent.com';

async function main(): Promise<void> {
  const files = crdReleases.flatMap((release) => release.files.map((file) => ({ release, file })));
  const results = await Promise.allSettled(files.map(fetchFile));
  const failures = results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as Error).message] : [],
  );
  if (failures.length > 0) {
    console.error(failures.join('\n'));
    throw new Error(
      `${failures.length} of ${files.length} CRDs could not be fetched. If this machine has no way to GitHub, copy the ` +
        `folder ${fetchedCrds()} from one that has, or set ANYHOUSE_SHARED to a folder that holds crds/.`,
    );
  }
  for (const result of results) {
    if (result.status === 'fulfilled') await write(result.value);
  }
  console.error(`${files.length} CRDs are in ${fetchedCrds()}`);
}

interface Fetched {
  readonly folder: string;
  readonly file: string;
  readonly text: string;
}

async function fetchFile({ release, file }: { release: CrdRelease; file: string }): Promise<Fetched> {
  const url = `${host}/${release.source}/${file}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch((error: Error) => {
    throw new Error(`${url}: ${(error.cause as Error | undefined)?.message ?? error.message}`);
  });
  if (!response.ok) throw new Error(`${url}: answered ${response.status} ${response.statusText}`);
  const text = await response.text();
  if (!text.includes('kind: CustomResourceDefinition')) throw new Error(`${url}: holds no CustomResourceDefinition`);
  return { folder: release.folder, file, text };
}

async function write({ folder, file, text }: Fetched): Promise<void> {
  const directory = join(fetchedCrds(), folder);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, file), text);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
