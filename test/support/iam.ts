/** A policy of IAM, as far as the ones here go: they allow, and deny nothing. */
export interface IamPolicy {
  readonly Statement: readonly IamStatement[];
}

interface IamStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A request that AWS asks a policy about. */
export interface IamRequest {
  readonly action: string;
  readonly resource: string;
  /** Values of condition keys: those that a request does not have are absent. */
  readonly context: Readonly<Record<string, string>>;
}

/**
 * Whether a policy allows a request. What it does not know of the language of policies, it refuses to judge.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function allows({ Statement }: IamPolicy, request: IamRequest): boolean {
  return Statement.some((statement) => holds(statement, request));
}

function holds({ Effect, Action, Resource, Condition = {} }: IamStatement, request: IamRequest): boolean {
  if (Effect !== 'Allow') throw new Error(`nothing is known of ${Effect}`);
  return (
    many(Action).some((pattern) => matches(pattern.toLowerCase(), request.action.toLowerCase())) &&
    many(Resource).some((pattern) => matches(pattern, request.resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => fulfils(operator, many(wanted), request.context[key])),
    )
  );
}

function fulfils(operator: string, wanted: readonly unknown[], actual: string | undefined): boolean {
  switch (operator) {
    case 'StringEquals':
      return actual !== undefined && wanted.includes(actual);
    case 'Null':
      return wanted.includes(String(actual === undefined));
    default:
      throw new Error(`nothing is known of ${operator}`);
  }
}

function many<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

const compiled = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const known = compiled.get(pattern) ?? new RegExp(`^${source}$`);
  compiled.set(pattern, known);
  return known.test(text);
}

/** Everything that some policies speak of, one request for each combination of action, resource and context. */
export function requestsOf(
  policies: readonly IamPolicy[],
  resources: readonly string[],
  contexts: readonly IamRequest['context'][],
): readonly IamRequest[] {
  const actions = new Set(policies.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => many(Action))));
  return [...actions].flatMap((action) =>
    resources.flatMap((resource) => contexts.map((context) => ({ action, resource, context }))),
  );
}
