/** Commands that run on after the answer, as rows of `/backup/actions`. */
export type BackupCommand =
  | 'create'
  | 'upload'
  | 'create_remote'
  | 'download'
  | 'restore'
  | 'restore_remote'
  | 'rebase';

/**
 * What becomes of an operation. Time passes with requests: `after` is how many requests find it in progress.
 * `restart` ends the program in the middle: it forgets all operations, and then drops so many connections.
 */
export type Outcome =
  | { readonly does: 'succeed'; readonly after?: number }
  | { readonly does: 'fail'; readonly error: string; readonly after?: number }
  | { readonly does: 'hang' }
  | {
      readonly does: 'restart';
      readonly after?: number;
      readonly drops?: number;
      /** Whether it goes on with what it did, as `complete_resumable_after_restart` makes it do by default. */
      readonly resumes?: 'yes' | 'no';
    };

/** A row of `/backup/actions` and `/backup/status`, with keys in the order of the real one. */
export interface ActionRow {
  readonly command: string;
  status: 'in progress' | 'success' | 'error' | 'cancel';
  readonly start: string;
  finish?: string;
  error?: string;
  readonly operation_id?: string;
}

/** An operation that runs, or has run. */
export interface Operation {
  readonly row: ActionRow;
  readonly outcome: Outcome;
  /** Requests that may still find it in progress. */
  left: number;
  /** What it has done when it ends well; gives an error instead when it cannot be done. */
  readonly effect: () => string | undefined;
}

/** Operations of one run of clickhouse-backup. It keeps them in memory only: a restart forgets them. */
export class Operations {
  private operations: Operation[] = [];

  constructor(private readonly now: () => string) {}

  get rows(): readonly ActionRow[] {
    return this.operations.map(({ row }) => row);
  }

  get inProgress(): boolean {
    return this.rows.some(({ status }) => status === 'in progress');
  }

  start(command: string, outcome: Outcome, effect: Operation['effect'], id?: string): ActionRow {
    const row: ActionRow = { command, status: 'in progress', start: this.now(), ...(id && { operation_id: id }) };
    const left = 'after' in outcome ? (outcome.after ?? 1) : 1;
    this.operations.push({ row, outcome, left, effect });
    return row;
  }

  /** One request has come. Gives the operation during which the program ends, if there is one. */
  tick(): Operation | undefined {
    for (const operation of this.operations.filter(({ row }) => row.status === 'in progress')) {
      if (operation.outcome.does === 'hang' || operation.left-- > 0) continue;
      if (operation.outcome.does === 'restart') return operation;
      const error = operation.outcome.does === 'fail' ? operation.outcome.error : operation.effect();
      this.end(operation.row, error === undefined ? 'success' : 'error', error);
    }
    return undefined;
  }

  /** Ends one that runs: the one with that command, or the first. Gives its command. */
  cancel(command: string, error: string): string | undefined {
    const found = this.rows.find((row) => row.status === 'in progress' && (command === '' || row.command === command));
    if (found) this.end(found, 'cancel', error);
    return found?.command;
  }

  /** All rows become cancelled, also those that had ended, as the real one has it at `/restart`. */
  cancelAll(error: string): void {
    for (const row of this.rows) this.end(row, 'cancel', error);
  }

  forget(): void {
    this.operations = [];
  }

  private end(row: ActionRow, status: ActionRow['status'], error: string | undefined): void {
    row.status = status;
    row.finish = this.now();
    if (error !== undefined) row.error = error;
  }
}

/** A row as the real one writes it. */
export function ordered({ command, status, start, finish, error, operation_id }: ActionRow) {
  return {
    command,
    status,
    start,
    ...(finish && { finish }),
    ...(error && { error }),
    ...(operation_id && { operation_id }),
  };
}
