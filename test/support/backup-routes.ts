import { type BackupCommand, type Operations, type Outcome, ordered } from './backup-operations';
import { type BackupStore, parameter } from './backup-store';

/** An answer of the server. */
export interface BackupAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const locked = 'another operation is currently running';
const commands: readonly string[] = [
  'create',
  'upload',
  'create_remote',
  'download',
  'restore',
  'restore_remote',
  'rebase',
];

const reads = ['version', 'status', 'list'];

/** What clickhouse-backup answers, with status codes and lines of JSON as in its pkg/server/server.go. */
export class BackupRoutes {
  private ids = 0;

  constructor(
    private readonly store: BackupStore,
    private readonly operations: Operations,
    /** What becomes of the next operation of a command. */
    private readonly outcomeOf: (command: BackupCommand) => Outcome,
  ) {}

  answer(method: string, { pathname, search, searchParams: query }: URL, body: string): BackupAnswer {
    const [, room, what = '', first, second] = pathname.split('/').map(decodeURIComponent);
    if (pathname === '/metrics') return { status: 200, type: 'text/plain; version=0.0.4', body: this.metrics() };
    if (pathname === '/health') return lines(200, [{ status: 'OK' }]);
    if (pathname === '/restart' || (pathname === '/' && method === 'POST')) {
      this.operations.cancelAll('canceled via API /restart');
      return lines(201, [{ status: 'acknowledged', operation: 'restart' }]);
    }
    switch (room === 'backup' ? `${method} ${what}` : '') {
      case 'GET version':
        return lines(200, [{ version: '2.8.0' }]);
      case 'GET status':
        return lines(200, this.status(query.get('operationid')));
      case 'GET list':
        return lines(200, this.store.list(first));
      case 'GET actions':
        return lines(200, this.actions(query));
      case 'POST actions':
        return this.act(body);
      case 'GET kill':
      case 'POST kill':
        return this.kill(query.get('command') ?? '');
      case 'POST delete':
        return this.delete(first ?? '', second ?? '');
      case 'POST create':
      case 'POST create_remote':
        return this.operate(what as BackupCommand, query.get('name') ?? '2026-01-31T00-00-00', query);
    }
    if (room === 'backup' && method === 'POST' && commands.includes(what) && first) {
      return this.operate(what as BackupCommand, first, query);
    }
    const isOther = method === 'GET' ? [...commands, 'delete'].includes(what) : reads.includes(what);
    if (room === 'backup' && isOther) return failed(405, pathname, `405 Method ${method} Not Allowed`);
    return failed(404, pathname, `${method} ${pathname}${search} 404 Not Found`);
  }

  private operate(command: BackupCommand, named: string, query: URLSearchParams): BackupAnswer {
    if (this.operations.inProgress) return failed(423, command, locked);
    const name = clean(named);
    const id = `00000000-0000-1000-8000-${String(++this.ids).padStart(12, '0')}`;
    const run = () => this.store.run(command, name, query);
    this.operations.start(`${commandLine(command, query)} ${name}`, this.outcomeOf(command), run, id);
    const from = parameter(query, 'diff-from') ?? '';
    const row = {
      status: 'acknowledged',
      operation: command,
      backup_name: name,
      ...(command === 'upload' && { ...(from && { backup_from: from }), diff: from !== '' }),
      operation_id: id,
    };
    return lines(command === 'create' || command === 'create_remote' ? 201 : 200, [row]);
  }

  /** Commands as of the command line, a line of JSON each; they get no operation id. */
  private act(body: string): BackupAnswer {
    if (body === '') return failed(400, '', 'empty request');
    const results: object[] = [];
    for (const line of body.split('\n').filter((text) => text !== '')) {
      const command = String((JSON.parse(line) as { command?: unknown }).command);
      const [verb = '', ...args] = command.split(/\s+/);
      const error = this.perform(verb, args, command);
      if (error !== undefined) return failed(error === 'unknown command' ? 400 : 500, command, error);
      const status = verb === 'delete' || verb === 'kill' ? 'success' : 'acknowledged';
      results.push({ status, operation: command });
    }
    return lines(200, results);
  }

  private perform(verb: string, args: readonly string[], command: string): string | undefined {
    const name = args.at(-1) ?? '';
    if (verb === 'kill') {
      const found = this.operations.cancel(args[0] ?? '', 'canceled from API /backup/actions');
      return found === undefined ? `command \`${args[0] ?? ''}\` not found` : undefined;
    }
    if (verb !== 'delete' && !commands.includes(verb)) return 'unknown command';
    if (this.operations.inProgress) return locked;
    if (verb === 'delete') return this.store.delete(args[0] ?? '', name);
    const run = () => this.store.run(verb as BackupCommand, clean(name), flagsOf(args));
    this.operations.start(command, this.outcomeOf(verb as BackupCommand), run);
    return undefined;
  }

  private kill(command: string): BackupAnswer {
    const canceled = this.operations.cancel(command, 'canceled from API /backup/kill');
    const none = this.operations.rows.length === 0 ? 'empty command list' : `command \`${command}\` not found`;
    if (canceled === undefined) return lines(500, [{ status: 'error', operation: 'kill', error: none }]);
    return lines(200, [{ status: 'success', operation: 'kill', command: canceled }]);
  }

  private delete(where: string, name: string): BackupAnswer {
    if (this.operations.inProgress) return failed(423, 'delete', locked);
    const error = this.store.delete(where, name);
    if (error !== undefined) return failed(500, 'delete', error);
    return lines(200, [{ status: 'success', operation: 'delete', backup_name: name, location: where }]);
  }

  private status(id: string | null) {
    const { rows } = this.operations;
    return (id ? rows.filter((row) => row.operation_id === id) : rows.slice(-1)).map(ordered);
  }

  private actions(query: URLSearchParams) {
    const filter = query.get('filter') ?? '';
    const found = this.operations.rows.filter((row) =>
      [row.command, row.status, row.error ?? ''].some((text) => text.includes(filter)),
    );
    return found.slice(-Number(query.get('last') || found.length)).map(ordered);
  }

  private metrics(): string {
    const { local, remote } = this.store;
    const gauges = {
      number_backups_local: local.size,
      number_backups_remote: remote.size,
      number_backups_remote_broken: [...remote.values()].filter(({ broken }) => broken !== undefined).length,
      in_progress_commands: this.operations.inProgress ? 1 : 0,
    };
    return Object.entries(gauges)
      .map(([name, value]) => `# TYPE clickhouse_backup_${name} gauge\nclickhouse_backup_${name} ${value}\n`)
      .join('');
  }
}

/** What the real one takes out of a name. */
function clean(name: string): string {
  return name.replace(/[\t\r\n ]+|\.{2,}|[\\/]+/g, '');
}

/** A command as the real one writes it into its list: with the flags that it was asked for. */
function commandLine(command: BackupCommand, query: URLSearchParams): string {
  const valued = ['diff-from', 'diff-from-remote'].flatMap((flag) => {
    const value = parameter(query, flag);
    return value === undefined ? [] : [`--${flag}="${value}"`];
  });
  const flags = ['schema', 'data', 'drop', 'rm', 'rbac', 'configs', 'named-collections', 'delete-source', 'resume'];
  const set = flags.filter((flag) => parameter(query, flag) !== undefined).map((flag) => `--${flag}`);
  return [command, ...(query.has('table') ? [`--tables="${query.get('table')}"`] : []), ...valued, ...set].join(' ');
}

function flagsOf(args: readonly string[]): URLSearchParams {
  const flags = args.filter((arg) => arg.startsWith('--')).map((arg) => arg.slice(2).split('='));
  return new URLSearchParams(
    flags.map(([name = '', value = '']) => [name, value.replaceAll('"', '')] as [string, string]),
  );
}

function lines(status: number, rows: readonly object[]): BackupAnswer {
  const body = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return { status, type: 'application/json; charset=UTF-8', body };
}

function failed(status: number, operation: string, error: string): BackupAnswer {
  const body = `${JSON.stringify({ status: 'error', ...(operation && { operation }), error })}\n`;
  // The real one sets the type after it has written the status, and so in vain.
  return { status, type: 'text/plain; charset=utf-8', body };
}
