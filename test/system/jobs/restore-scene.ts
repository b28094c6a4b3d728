import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeBackupApi } from '../../support/fake-backup-api';
import { FakeClickHouseHttp, type HttpRows, type HttpStatement } from '../../support/fake-clickhouse-http';
import { FakePrograms } from '../../support/fake-programs';
import { runScript, type ScriptRun, type Shell } from '../../support/run-script';

/** Words for the login; both have what a shell and curl would trip over. */
export const passwords = { sql: 'sql "secret" \\ $HOME', api: 'api\'s "secret"', source: 'source secret' };

/** Rows of each file of statements, by host. Files that are not told give nothing. */
export type Tables = Readonly<Record<string, string | ((statement: HttpStatement) => HttpRows)>>;

/** One pod: a server and clickhouse-backup beside it. */
export interface Pod {
  readonly sql: FakeClickHouseHttp;
  readonly api: FakeBackupApi;
  /** What was asked of the server, by file. */
  readonly asked: string[];
  /** What it answers; tests change it. */
  tables: Tables;
}

/** Pods of an installation, and a job that has its script and its files. */
export class RestoreScene {
  readonly fakes = new FakePrograms();
  readonly pods = new Map<string, Pod>();
  private readonly places: Record<string, string> = {};
  private readonly scripts = mkdtempSync(join(tmpdir(), 'restore-scripts-'));

  /** @param replicas hosts, a line for each shard */
  static async start(
    replicas: string,
    files: Readonly<Record<string, string>>,
    ...others: readonly string[]
  ): Promise<RestoreScene> {
    const scene = new RestoreScene(replicas, files);
    for (const host of [...replicas.split(/\s/), ...others]) {
      const pod = await podOf(files);
      scene.pods.set(host, pod);
      scene.reach(`${host}:8123`, pod.sql.place);
      scene.reach(`${host}:7171`, `127.0.0.1:${pod.api.port}`);
    }
    scene.fakes.clock();
    return scene;
  }

  /** Leads a name that scripts know to a place of this machine. */
  reach(name: string, place: string): void {
    this.places[name] = place;
    this.fakes.hosts(this.places);
  }

  private constructor(
    readonly replicas: string,
    files: Readonly<Record<string, string>>,
  ) {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.scripts, name), text);
  }

  pod(host: string): Pod {
    const pod = this.pods.get(host);
    if (!pod) throw new Error(`there is no ${host}`);
    return pod;
  }

  /** Puts backups of a shard into the stores of its hosts, whose names end in a time. */
  put(shard: number, ...backups: readonly { name: string; broken?: string }[]): void {
    const hosts = this.replicas.split('\n')[shard]?.split(' ') ?? [];
    const entries = backups.map(({ name, broken }) => ({
      name: `events-shard${shard}-${name}`,
      created: '2026-01-31 00:00:00',
      ...(broken !== undefined && { broken }),
    }));
    for (const host of hosts) this.pod(host).api.put('remote', ...entries);
  }

  run(script: string, shell: Shell, env: Readonly<Record<string, string>> = {}): Promise<ScriptRun> {
    return runScript(script, {
      shell,
      path: [this.fakes.directory],
      env: {
        ...this.fakes.env,
        JOB: 'after-incident-1a2b3c4d',
        BACKUP: 'latest',
        INSTALLATION: 'events',
        REPLICAS: this.replicas,
        SCRIPTS: this.scripts,
        SCHEME: 'http',
        SQL_PORT: '8123',
        SQL_USER: 'restore',
        SQL_PASSWORD: passwords.sql,
        API_USERNAME: 'anyhouse',
        API_PASSWORD: passwords.api,
        PATIENCE: '3600',
        ...env,
      },
    });
  }

  async end(): Promise<void> {
    for (const { sql, api } of this.pods.values()) {
      await sql.stop();
      await api.stop();
    }
    this.fakes.remove();
    rmSync(this.scripts, { recursive: true });
  }
}

async function podOf(files: Readonly<Record<string, string>>): Promise<Pod> {
  const asked: string[] = [];
  const byText = new Map(Object.entries(files).map(([name, text]) => [text, name]));
  const pod: { tables: Tables } = { tables: {} };
  const sql = await FakeClickHouseHttp.start((statement) => {
    if (statement.sql === 'SELECT 1\n') return '1\n';
    const password = { restore: passwords.sql, drill: passwords.source }[statement.user];
    if (password === undefined || statement.password !== password) return { error: 'Authentication failed' };
    const name = byText.get(statement.sql) ?? statement.sql;
    asked.push(name);
    const rows = pod.tables[name] ?? '';
    return typeof rows === 'string' ? rows : rows(statement);
  });
  const api = await FakeBackupApi.start({ login: { username: 'anyhouse', password: passwords.api } });
  return Object.assign(pod, { sql, api, asked });
}
