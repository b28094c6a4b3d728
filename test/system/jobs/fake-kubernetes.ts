import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An API server with installations of one namespace, whose volumes go a while after them. It indents answers, as for curl. */
export class FakeKubernetes {
  static async start(): Promise<FakeKubernetes> {
    const fake = new FakeKubernetes();
    fake.server.listen(0, '127.0.0.1');
    await once(fake.server, 'listening');
    return fake;
  }

  /** Directory of the ServiceAccount, as in a pod. */
  readonly account = mkdtempSync(join(tmpdir(), 'account-'));
  readonly requests: string[] = [];
  /** Bodies of what was created. */
  readonly created: string[] = [];
  /** Whether there is an installation, and how many questions its volumes outlive it. */
  exists = false;
  volumes = 0;
  /** What owns it. */
  owner = 'Job';
  /** Status of the next requests that create. */
  refuses?: number;

  private readonly server: Server;

  private constructor() {
    const file = (name: string) => join(this.account, name);
    const subject = ['-subj', '/CN=kubernetes', '-addext', 'subjectAltName=DNS:kubernetes'];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', file('key.pem')];
    execFileSync('openssl', ['req', '-x509', ...key, '-out', file('ca.crt'), '-days', '2', ...subject], {
      stdio: 'ignore',
    });
    writeFileSync(file('token'), 'a.token');
    this.server = createServer(
      { key: readFileSync(file('key.pem')), cert: readFileSync(file('ca.crt')) },
      (request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk) => chunks.push(chunk));
        request.on('end', () => {
          this.requests.push(`${request.method} ${request.url}`);
          const isKnown = request.headers.authorization === 'Bearer a.token';
          const [status, body] = isKnown
            ? this.answer(request.method ?? '', request.url ?? '', Buffer.concat(chunks).toString())
            : [401, { reason: 'Unauthorized' }];
          response.writeHead(status).end(JSON.stringify(body, null, 2));
        });
      },
    );
  }

  /** Such as `127.0.0.1:40123`. */
  get place(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
    rmSync(this.account, { recursive: true });
  }

  private answer(method: string, url: string, body: string): [number, object] {
    if (url.includes('/persistentvolumeclaims')) {
      const left = this.exists || this.volumes-- > 0;
      return [200, { kind: 'PersistentVolumeClaimList', items: left ? [{}] : [] }];
    }
    if (method === 'POST') {
      if (this.refuses !== undefined) return [this.refuses, { message: 'admission webhook denied it' }];
      if (this.exists) return [409, { reason: 'AlreadyExists' }];
      this.exists = true;
      this.created.push(body);
      return [201, {}];
    }
    if (!this.exists) return [404, { reason: 'NotFound' }];
    if (method !== 'DELETE') return [200, { metadata: { ownerReferences: [{ kind: this.owner }] } }];
    this.exists = false;
    this.volumes = 2;
    return [200, {}];
  }
}
