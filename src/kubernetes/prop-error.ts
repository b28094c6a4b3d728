import { isOutput } from './token';

/** One prop that cannot be accepted, with the way out. */
export interface Problem {
  /** Id of the rule it breaks, as in docs/rules.md. */
  readonly rule: string;
  /** The prop, as written: `users.app.networks[0]`. Empty when the construct as a whole is wrong. */
  readonly prop: string;
  /** What it has to be: `be at most 63 characters`. */
  readonly must: string;
  /** What was given, printed. */
  readonly got: string;
  /** What to write instead. */
  readonly fix: string;
}

/** Props that would compile into something unsafe or invalid. Names every wrong prop of the construct at once. */
export class PropError extends Error {
  /** Tells it from other errors where two copies of this library are loaded. */
  override readonly name = 'PropError';
  /** Kind of construct: `Cluster`, `Keeper`. */
  readonly thing: string;
  /** Path of the construct in the tree. */
  readonly path: string;
  /** All faults, in the order of the props. */
  readonly problems: readonly Problem[];

  constructor(thing: string, path: string, problems: readonly Problem[]) {
    super(describe(thing, path, problems));
    this.thing = thing;
    this.path = path;
    this.problems = problems;
    // The mark of Pulumi's RunError: its command prints the message then, without the stack of this library.
    Object.defineProperty(this, '__pulumiRunError', { value: true });
  }

  /** Rule of the first fault. */
  get rule(): string {
    return this.problems[0]?.rule ?? '';
  }

  /** Prop of the first fault. */
  get prop(): string {
    return this.problems[0]?.prop ?? '';
  }

  /** Value of the first fault, printed. */
  get got(): string {
    return this.problems[0]?.got ?? '';
  }

  /** Way out of the first fault. */
  get fix(): string {
    return this.problems[0]?.fix ?? '';
  }
}

/** Collects the faults of one construct, so that its user sees all of them in one run. */
export class Problems {
  private readonly found: Problem[] = [];

  constructor(
    private readonly thing: string,
    private readonly path: string,
  ) {}

  /** Adds a fault. `got` is printed as JSON; what is no value of the user's is given as `gotText` instead. */
  add(problem: Omit<Problem, 'got'> & ({ readonly got: unknown } | { readonly gotText: string })): void {
    const { rule, prop, must, fix } = problem;
    this.found.push({ rule, prop, must, got: 'gotText' in problem ? problem.gotText : show(problem.got), fix });
  }

  /**
   * Checks all props of a construct.
   * @returns those without fault, as far as one can tell one by one. Further checks read these: a prop that is no number
   * may be anything
   * @throws PropError when they are no object at all, for nothing else can be said then
   */
  check<T>(check: (value: unknown, prop: string, problems: Problems) => void, props: T): T {
    if (typeof props !== 'object' || props === null || Array.isArray(props)) {
      this.add({
        rule: 'props/type',
        prop: '',
        must: 'be given its props as an object',
        got: props,
        fix: 'write { ... }.',
      });
      this.throwIfAny();
    }
    check(props, '', this);
    return Object.fromEntries(Object.entries(props as object).filter(([prop]) => !this.has(prop))) as T;
  }

  /** Whether a fault was found at this prop or inside it. Later checks use it to stay silent about what is broken. */
  has(prop: string): boolean {
    return this.found.some(
      ({ prop: other }) => other === prop || other.startsWith(`${prop}.`) || other.startsWith(`${prop}[`),
    );
  }

  /** Checks a part whose props are told as parts of `prop`: `image` becomes `overrides[0].image`. */
  within<T>(prop: string, check: (part: Problems) => T): T {
    const part = new Problems(this.thing, this.path);
    const result = check(part);
    this.found.push(...part.found.map((problem) => ({ ...problem, prop: `${prop}.${problem.prop}` })));
    return result;
  }

  /** Faults that were found up to now. */
  get all(): readonly Problem[] {
    return this.found;
  }

  /** @throws PropError when at least one fault was added */
  throwIfAny(): void {
    if (this.found.length > 0) {
      throw new PropError(this.thing, this.path, this.found);
    }
  }
}

/** A value as it is printed in errors: JSON on one line, cut after 60 characters. */
export function show(value: unknown): string {
  const printed = print(value);
  return printed.length <= 60 ? printed : `${printed.slice(0, 57)}...`;
}

function print(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  try {
    return JSON.stringify(value, withoutOutputText) ?? String(value);
  } catch {
    return ofConstruct(value) ?? 'an object that JSON cannot hold';
  }
}

/** Constructs know each other in circles. Their class and path say which one it is. */
function ofConstruct(value: unknown): string | undefined {
  const { constructor: type, node } = value as { constructor?: { name?: unknown }; node?: { path?: unknown } };
  return typeof node?.path === 'string' ? `${type?.name} '${node.path}'` : undefined;
}

/** Outputs turn themselves into a text about how wrong that is. */
function withoutOutputText(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  return isOutput(this[key]) ? 'an Output of Pulumi' : value;
}

function describe(thing: string, path: string, problems: readonly Problem[]): string {
  const [first] = problems;
  if (problems.length === 1 && first) {
    return `${thing} '${path}': ${sentence(first)} Fix: ${first.fix} [${first.rule}]`;
  }
  const lines = problems.map((problem) => `  ${sentence(problem)}\n    Fix: ${problem.fix} [${problem.rule}]`);
  return [`${problems.length} problems in ${thing} '${path}'`, ...lines].join('\n');
}

function sentence({ prop, must, got }: Problem): string {
  return `${prop === '' ? 'it' : prop} must ${must}, got ${got}.`;
}
