/** Functions, constructors and values of this library and of cdk8s that written programs use. */
export type Callee =
  | 'new App'
  | 'new ClickHouseCluster'
  | 'new ClusterServices'
  | 'new Environment'
  | 'new Keeper'
  | `Exposure.${'internal' | 'public'}`
  | `Identity.${'awsRole' | 'googleServiceAccount'}`
  | 'Keeper.fromNodes'
  | 'Operator.existing'
  | `Platform.${'minikube' | 'kind' | 'eks' | 'gke' | 'aks' | 'openstack' | 'custom'}`;

/** Variables of written programs. */
export type Variable = 'app' | 'environment' | 'keeper' | 'platform';

/** Use of a variable. */
export class Use {
  constructor(readonly variable: Variable) {}
}

/** A call of a function or constructor. */
export class Call {
  readonly args: readonly Code[];

  constructor(
    readonly callee: Callee,
    ...args: readonly Code[]
  ) {
    this.args = args;
  }
}

/** A value that goes through `allowUnknown`, where it stands in an object. */
export class Allowed {
  constructor(readonly value: Code) {}
}

/** A piece of TypeScript: plain data stands for itself. */
export type Code = string | number | boolean | Use | Call | Allowed | CodeList | CodeObject;

/** A list. */
export type CodeList = readonly Code[];

/** An object. */
export interface CodeObject {
  readonly [key: string]: Code;
}

/** Whether a piece is an object with members. */
export function isObject(code: Code): code is CodeObject {
  return (
    typeof code === 'object' &&
    !Array.isArray(code) &&
    !(code instanceof Use) &&
    !(code instanceof Call) &&
    !(code instanceof Allowed)
  );
}

/** Keys and indexes that lead to a piece inside of another one. */
export type CodePath = readonly string[];

/** What a human has to know about a piece, one sentence each. */
export type Remarks = (path: CodePath) => readonly string[];
