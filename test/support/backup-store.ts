import type { BackupCommand } from './backup-operations';

/** A backup as `/backup/list` shows it. */
export interface StoredBackup {
  readonly name: string;
  /** UTC, `2026-01-31 23:59:59`. */
  readonly created: string;
  /** Bytes. */
  readonly size?: number;
  /** The backup that an increment needs. */
  readonly required?: string;
  /** What is wrong with it, such as `broken (can't stat metadata.json)`. */
  readonly broken?: string;
}

/** Backups of a host and of its object store, with the complaints of the real program. */
export class BackupStore {
  readonly local = new Map<string, StoredBackup>();
  readonly remote = new Map<string, StoredBackup>();

  /**
   * @param resumes `use_resumable_state`. With its default, `yes`, a name that is taken is no error: the program believes that
   * it goes on with an operation that was broken off, and overwrites
   */
  constructor(
    private readonly now: () => string,
    private readonly resumes: 'yes' | 'no',
  ) {}

  /** Names whose data has been restored, in the order in which that was done. */
  readonly restored: string[] = [];

  /** Does what a command says; gives its complaint when that is not possible. */
  run(command: BackupCommand, name: string, query: URLSearchParams): string | undefined {
    switch (command) {
      case 'create':
        return this.create(name, query);
      case 'upload':
        return this.upload(name, query);
      case 'create_remote':
        return this.create(name, query) ?? this.upload(name, query);
      case 'download':
        return this.download(name);
      case 'restore':
        return this.restore(name);
      case 'restore_remote': {
        // A backup that is there already is not downloaded again.
        const error = this.local.has(name) ? undefined : this.download(name);
        return error === undefined ? this.restore(name) : `RestoreFromRemote Download: ${error}`;
      }
      case 'rebase':
        return this.rebase(name);
    }
  }

  /** Removes a backup; gives the complaint when that is not possible. */
  delete(where: string, name: string): string | undefined {
    if (where !== 'local' && where !== 'remote') return "backup location must be 'local' or 'remote'";
    return this[where].delete(name) ? undefined : `'${name}' is not found on ${where} storage`;
  }

  /** Lines of `/backup/list`, local ones first. */
  list(where: string | undefined) {
    const rows = (location: 'local' | 'remote') =>
      [...this[location].values()].map(({ name, created, size, required = '', broken }) => ({
        name,
        created,
        ...(size && { size, data_size: size }),
        metadata_size: 0,
        location,
        required,
        desc: broken ?? (location === 'remote' ? 'tar, regular' : 'regular'),
      }));
    return [
      ...(where === 'local' || where === undefined ? rows('local') : []),
      ...(where === 'remote' || where === undefined ? rows('remote') : []),
    ];
  }

  private create(name: string, query: URLSearchParams): string | undefined {
    if (this.local.has(name) && !this.mayResume(query)) return `'${name}' medatata.json already exists`;
    this.local.set(name, { name, created: this.now(), size: 1024 });
    return undefined;
  }

  private upload(name: string, query: URLSearchParams): string | undefined {
    const backup = this.local.get(name);
    if (!backup) return `can't find local backup: '${name}' is not found on local storage`;
    if (this.remote.has(name) && !this.mayResume(query)) return `'${name}' already exists on remote storage`;
    const required = parameter(query, 'diff-from-remote') ?? parameter(query, 'diff-from');
    if (parameter(query, 'diff-from-remote') && !this.remote.has(required ?? '')) {
      return `${required} not found on remote storage`;
    }
    this.remote.set(name, { ...backup, ...(required && { required }) });
    if (parameter(query, 'delete-source') !== undefined) this.local.delete(name);
    return undefined;
  }

  private download(name: string): string | undefined {
    if (this.local.has(name)) return 'backup is already exists';
    const backup = this.remote.get(name);
    if (!backup) return `'${name}' is not found on remote storage`;
    this.local.set(name, backup);
    return undefined;
  }

  private restore(name: string): string | undefined {
    if (!this.local.has(name)) {
      return `read backup metadata file: open /var/lib/clickhouse/backup/${name}/metadata.json: no such file or directory`;
    }
    this.restored.push(name);
    return undefined;
  }

  private mayResume(query: URLSearchParams): boolean {
    return this.resumes === 'yes' || query.has('resume') || query.has('resumable');
  }

  private rebase(name: string): string | undefined {
    const backup = this.remote.get(name);
    if (!backup) return `'${name}' is not found on remote storage`;
    this.remote.set(name, { ...backup, required: '' });
    return undefined;
  }
}

/** A parameter, which may be written with `-` or `_`. */
export function parameter(query: URLSearchParams, name: string): string | undefined {
  return query.get(name.replaceAll('-', '_')) ?? query.get(name.replaceAll('_', '-')) ?? undefined;
}
