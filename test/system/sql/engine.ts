import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the server says to a query: its rows, tab-separated, or its complaint. */
export interface Answer {
  readonly rows?: string;
  readonly error?: string;
}

/** A ClickHouse in a process of its own, so that it ends with its data. */
export class Engine {
  /**
   * The one of npm.
   * @param config file of server configuration
   * @param env variables that the configuration refers to
   * @throws Error with the way to install it
   */
  static ofNpm(config?: string, env: NodeJS.ProcessEnv = {}): Engine {
    if (!existsSync(join(__dirname, 'node_modules/chdb'))) {
      throw new Error('chdb is missing. Fix: npm install --prefix test/system/sql');
    }
    return new Engine(process.execPath, [join(__dirname, 'engine-process.cjs'), ...(config ? [config] : [])], env);
  }

  private readonly process: ChildProcess;
  private readonly waiting: ((answer: Answer) => void)[] = [];

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const options = { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'ignore'] as const };
    this.process = spawn(command, args, { ...options, stdio: [...options.stdio] });
    if (!this.process.stdout) throw new Error(`${command} has no output`);
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      // The engine prints notes of its own.
      if (line.startsWith('{"rows"') || line.startsWith('{"error"')) this.waiting.shift()?.(JSON.parse(line));
    });
    this.process.on('exit', (code) => {
      for (const answer of this.waiting.splice(0)) answer({ error: `the engine ended with ${code}` });
    });
  }

  /** Runs one statement. Statements run in the order in which they are asked for. */
  ask(sql: string): Promise<Answer> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.process.stdin?.write(`${JSON.stringify(sql)}\n`);
    });
  }

  /** Rows as objects. @throws Error with the complaint of the server */
  async rows<T>(select: string): Promise<readonly T[]> {
    const { rows, error } = await this.ask(`${select} FORMAT JSONEachRow`);
    if (rows === undefined) throw new Error(`${error}\nin: ${select}`);
    return rows
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }

  /** Ends it. */
  end(): void {
    this.process.stdin?.end();
  }
}
