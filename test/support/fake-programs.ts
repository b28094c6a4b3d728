import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a fake program says to a call. */
export interface FakeAnswer {
  /** Pattern of the shell that the arguments, joined by spaces, must match: `get chi events*`. @default '*' */
  readonly when?: string;
  readonly stdout?: string;
  readonly stderr?: string;
  /** Exit code. @default 0 */
  readonly status?: number;
  /** How often it is said; afterwards the next answer that matches is. @default - always */
  readonly times?: number;
}

/** One call of a fake program. */
export interface FakeCall {
  readonly program: string;
  readonly args: readonly string[];
  /** What it was given to read; empty when it was not asked to read. */
  readonly stdin: string;
}

/**
 * Calls that read what they are given: `kubectl apply -f -`, and `clickhouse-client` without a query. Others must leave it
 * alone, for it may belong to the loop of the script that calls them.
 */
const readsStdin: Readonly<Record<string, string>> = {
  kubectl: 'case " $* " in *" - "*|*"=- "*) true;; *) false;; esac',
  'clickhouse-client': 'case " $* " in *" --query"*|*" -q"*) false;; *) true;; esac',
};

/** Programs for the `PATH` of a script, that write down how they were called and answer from a table. */
export class FakePrograms {
  private readonly root = mkdtempSync(join(tmpdir(), 'fake-programs-'));
  /** For the `path` of `runScript`. */
  readonly directory = join(this.root, 'bin');

  constructor() {
    for (const name of ['bin', 'calls', 'answers']) mkdirSync(join(this.root, name));
  }

  /** Makes a program, or gives it other answers. The first answer that matches is said; a call without one fails with 97. */
  set(program: string, answers: readonly FakeAnswer[]): this {
    const table = join(this.root, 'answers', program);
    rmSync(table, { recursive: true, force: true });
    for (const [index, { when = '*', stdout = '', stderr = '', status = 0, times }] of answers.entries()) {
      const directory = join(table, String(index).padStart(4, '0'));
      mkdirSync(directory, { recursive: true });
      const files = { when, stdout, stderr, status: String(status), times: times === undefined ? '' : String(times) };
      for (const [file, text] of Object.entries(files)) writeFileSync(join(directory, file), text);
    }
    return this.write(program, answering(this.root, program));
  }

  /**
   * A clock that stands still until the script sleeps: `sleep 3600` is over at once, and `date` is an hour later.
   * @param start seconds since 1970
   */
  clock(start = Date.UTC(2026, 0, 31) / 1000): this {
    const file = join(this.root, 'now');
    writeFileSync(file, `${start}\n`);
    this.write('sleep', `#!/bin/sh\nread -r now <'${file}'\necho $((now + \${1%%.*})) >'${file}'\n`);
    return this.write('date', `#!/bin/sh\nread -r now <'${file}'\nexec /bin/date -d "@$now" "$@"\n`);
  }

  /** Seconds that have been slept away so far. */
  get now(): number {
    return Number(readFileSync(join(this.root, 'now'), 'utf8'));
  }

  /**
   * Where `curl` finds hosts, such as `{ 'chi-events-main-0-0:7171': '127.0.0.1:40123' }`; give {@link env} to the script. With
   * it curl has no other configuration.
   */
  hosts(places: Readonly<Record<string, string>>): this {
    const lines = Object.entries(places).map(([from, to]) => `connect-to = "${from}:${to}"\n`);
    writeFileSync(join(this.root, '.curlrc'), lines.join(''));
    return this;
  }

  get env(): Readonly<Record<string, string>> {
    return { CURL_HOME: this.root };
  }

  /** All calls, in their order. */
  calls(program?: string): readonly FakeCall[] {
    const directory = join(this.root, 'calls');
    const all = readdirSync(directory)
      .sort()
      .map((name) => {
        const [called = '', ...args] = readFileSync(join(directory, name, 'args'), 'utf8')
          .split('\0')
          .slice(0, -1);
        const stdin = join(directory, name, 'stdin');
        return { program: called, args, stdin: existsSync(stdin) ? readFileSync(stdin, 'utf8') : '' };
      });
    return all.filter((call) => program === undefined || call.program === program);
  }

  /** Calls as lines, such as `kubectl get chi events`. */
  lines(program?: string): readonly string[] {
    return this.calls(program).map((call) => [call.program, ...call.args].join(' '));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private write(program: string, text: string): this {
    const file = join(this.directory, program);
    writeFileSync(file, text);
    chmodSync(file, 0o755);
    return this;
  }
}

function answering(root: string, program: string): string {
  return `#!/bin/sh
set -u
number=10000
until mkdir "${root}/calls/$number" 2>/dev/null; do number=$((number + 1)); done
printf '%s\\0' '${program}' "$@" >"${root}/calls/$number/args"
if ${readsStdin[program] ?? 'false'}; then cat >"${root}/calls/$number/stdin"; fi
for answer in "${root}/answers/${program}"/*; do
  [ -d "$answer" ] || continue
  when=$(cat "$answer/when")
  case "$*" in
    $when) ;;
    *) continue ;;
  esac
  times=$(cat "$answer/times")
  if [ -n "$times" ]; then
    [ "$times" -gt 0 ] || continue
    echo $((times - 1)) >"$answer/times"
  fi
  cat "$answer/stdout"
  cat "$answer/stderr" >&2
  exit "$(cat "$answer/status")"
done
echo "fake ${program} has no answer to: $*" >&2
exit 97
`;
}
