import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BackupCommand, type Operation, Operations, type Outcome } from './backup-operations';
import { BackupRoutes } from './backup-routes';
import { BackupStore, type StoredBackup } from './backup-store';

/** Options of {@link FakeBackupApi.start}. */
export interface FakeBackupApiOptions {
  /** What callers must say, as basic authentication or as the parameters `user` and `pass`. @default - nothing */
  readonly login?: { readonly username: string; readonly password: string };
  /** @default '127.0.0.1'; all of 127.0.0.0/8 can be had, so several servers can have one port */
  readonly address?: string;
  /** @default - a free one */
  readonly port?: number;
  /** `use_resumable_state`: with `yes`, as by default, a name that is taken is overwritten silently. @default 'yes' */
  readonly resumes?: 'yes' | 'no';
}

/**
 * The HTTP server of clickhouse-backup 2.8.0, without a database behind it: its addresses, status codes, and lines of JSON, as
 * pkg/server/server.go has them. What becomes of an operation is told with {@link next}. No clock: every request is a
 * moment in which operations go on, and a second of the times that are told.
 *
 * Worth knowing of the real one, and so of this one: `POST /backup/actions` gives no operation id, and answers 500, not 423,
 * while another operation runs; an operation id that is not known gives 200 and nothing; lists are lines, not an array.
 */
export class FakeBackupApi {
  static async start(options: FakeBackupApiOptions = {}): Promise<FakeBackupApi> {
    const api = new FakeBackupApi(options);
    api.server.listen(options.port ?? 0, options.address ?? '127.0.0.1');
    await once(api.server, 'listening');
    return api;
  }

  /** Backups that exist; tests may put some here. */
  readonly store: BackupStore;
  readonly operations: Operations;
  /** All that was asked, such as `POST /backup/create_remote?name=a`. */
  readonly requests: string[] = [];

  private readonly server: Server = createServer((request, response) => this.handle(request, response));
  private readonly outcomes = new Map<BackupCommand, Outcome[]>();
  private readonly routes: BackupRoutes;
  private drops = 0;
  private moments = 0;

  private constructor(private readonly options: FakeBackupApiOptions) {
    const now = () =>
      new Date(Date.UTC(2026, 0, 31) + this.moments * 1000).toISOString().slice(0, 19).replace('T', ' ');
    this.store = new BackupStore(now, options.resumes ?? 'yes');
    this.operations = new Operations(now);
    const outcomeOf = (command: BackupCommand) => this.outcomes.get(command)?.shift() ?? { does: 'succeed' as const };
    this.routes = new BackupRoutes(this.store, this.operations, outcomeOf);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Such as `http://127.0.0.1:7171`. */
  get url(): string {
    return `http://${this.options.address ?? '127.0.0.1'}:${this.port}`;
  }

  /** What becomes of the next operations of a command, one after the other. Those that are not told succeed. */
  next(command: BackupCommand, ...outcomes: readonly Outcome[]): void {
    this.outcomes.set(command, [...(this.outcomes.get(command) ?? []), ...outcomes]);
  }

  /** An operation that somebody else has begun. */
  begin(command: string, outcome: Outcome): void {
    this.operations.start(command, outcome, () => undefined);
  }

  put(where: 'local' | 'remote', ...backups: readonly StoredBackup[]): void {
    for (const backup of backups) this.store[where].set(backup.name, backup);
  }

  /** The program ends and starts again: it has forgotten its operations, and drops so many connections before it listens. */
  restart(drops = 0): void {
    this.operations.forget();
    this.drops = drops;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://api');
    this.requests.push(`${request.method} ${request.url}`);
    this.moments++;
    if (this.drops > 0) {
      this.drops--;
      request.socket.destroy();
      return;
    }
    if (!this.isAllowed(request, url)) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="Provide username and password"' });
      response.end('401 Unauthorized\n');
      return;
    }
    const ended = this.operations.tick();
    if (ended) {
      this.endIn(ended);
      request.socket.destroy();
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { status, type, body } = this.routes.answer(request.method ?? 'GET', url, Buffer.concat(chunks).toString());
      response.writeHead(status, { 'Content-Type': type }).end(body);
    });
  }

  private isAllowed(request: IncomingMessage, { searchParams }: URL): boolean {
    const { username = '', password = '' } = this.options.login ?? {};
    const [, encoded = ''] = (request.headers.authorization ?? '').split('Basic ');
    const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
    const said = [searchParams.get('user') ?? user, searchParams.get('pass') ?? rest.join(':')];
    return said[0] === username && said[1] === password;
  }

  private endIn({ row, outcome }: Operation): void {
    if (outcome.does !== 'restart') return;
    // The request that met the end is the first that was dropped.
    this.restart((outcome.drops ?? 1) - 1);
    const name = row.command.split(' ').at(-1) ?? '';
    const half = { create_remote: 'upload', restore_remote: 'restore' }[row.command.split(' ')[0] ?? ''];
    if (outcome.resumes === 'no') return;
    const command = (half ?? row.command.split(' ')[0]) as BackupCommand;
    const run = () => this.resume(command, name);
    this.operations.start(`${command} --resumable=1 ${name}`, { does: 'succeed' }, run);
  }

  private resume(command: BackupCommand, name: string): string | undefined {
    if (command === 'upload') this.store.run('create', name, new URLSearchParams('resume'));
    return this.store.run(command === 'restore' ? 'restore_remote' : command, name, new URLSearchParams('resume'));
  }
}
