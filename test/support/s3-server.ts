import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../system/cluster/free-port';
import { ProcessGroup } from '../system/cluster/process-group';
import { until } from '../system/cluster/until';

/** An object store that speaks S3, with one bucket. It forgets everything when it ends. */
export interface S3Server {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly bucket: string;
  readonly key: string;
  readonly secret: string;
  /** Keys of all objects, or of those that begin so. */
  objects(prefix?: string): Promise<readonly string[]>;
  /** Deletes all objects whose keys begin so. */
  remove(prefix: string): Promise<void>;
  /** Requests so far, such as `PUT /backups/a?partNumber=1&uploadId=...`. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

/** moto lets nobody without a name delete; it believes every name. */
const scope = 'test-key/20260101/us-east-1/s3/aws4_request';
const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;

/**
 * Starts moto, which stands for S3, GCS with its S3 interface, and MinIO. It checks no signatures.
 * @throws Error with the way to install it
 */
export async function startS3(bucket = 'backups'): Promise<S3Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const processes = new ProcessGroup('s3');
  processes.start('moto', program(), ['-H', '127.0.0.1', '-p', String(port)]);
  const made = async () => {
    processes.assertRunning();
    return (await fetch(`${url}/${bucket}`, { method: 'PUT' }).catch(() => undefined))?.ok || undefined;
  };
  try {
    await until(made, () => `moto does not start:\n${processes.tail('moto')}`);
  } catch (error) {
    await processes.stop();
    throw error;
  }
  const objects = (prefix = '') => objectsIn(`${url}/${bucket}`, prefix);
  return {
    url,
    bucket,
    key: 'test-key',
    secret: 'test-secret',
    objects,
    async remove(prefix) {
      for (const key of await objects(prefix)) {
        const { status } = await fetch(`${url}/${bucket}/${key}`, { method: 'DELETE', headers: { authorization } });
        if (status !== 204) throw new Error(`${key} was not deleted: ${status}`);
      }
    },
    get requests() {
      const log = readFileSync(join(processes.directory, 'moto.log'), 'utf8');
      return [...log.matchAll(/"([A-Z]+ [^"]*) HTTP\/1\.1"/g)].map(([, request]) => request ?? '');
    },
    stop: () => processes.stop(),
  };
}

async function objectsIn(bucket: string, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let token = ''; ; ) {
    const query = new URLSearchParams({ 'list-type': '2', prefix, ...(token && { 'continuation-token': token }) });
    const page = await (await fetch(`${bucket}?${query}`)).text();
    keys.push(...[...page.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key ?? ''));
    token = /<NextContinuationToken>([^<]*)</.exec(page)?.[1] ?? '';
    if (token === '') return keys;
  }
}

let found: string | undefined;

function program(): string {
  try {
    const script = join(__dirname, '../system/sql/build-s3.sh');
    found ??= execFileSync('bash', [script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
    return found;
  } catch (error) {
    throw new Error(`There is no S3 server for the tests.\n${(error as { stderr?: string }).stderr ?? String(error)}`);
  }
}
