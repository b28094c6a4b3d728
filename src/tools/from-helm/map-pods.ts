import { asText, record } from '../../kubernetes/manifest';
import type { Conversion } from './conversion';
import { toCpu, toQuantity } from './convert';
import type { Draft } from './draft';
import type { ValuePath } from './values';

/** Nodes set apart: the chart's selector and its one toleration. */
export function mapPool({ values, fates }: Conversion, draft: Draft, owner: ValuePath): void {
  const labels = Object.entries(values.map(...owner, 'nodeSelector')).map(
    ([key, value]) => [key, asText(value)] as const,
  );
  if (labels.length > 0) {
    const pool = ['placement', 'pool'];
    draft.set([...pool, 'labels'], Object.fromEntries(labels), [...owner, 'nodeSelector']);
    if (owner[0] === 'clickhouse') draft.remark(pool, 'Here, a pool has one ClickHouse pod on each of its nodes.');
  } else fates.map(...owner, 'nodeSelector');
  for (const [index, toleration] of values.list(...owner, 'tolerations').entries()) {
    const source = [...owner, 'tolerations', String(index)];
    const taint = taintOf(toleration);
    if (labels.length > 0 && index === 0 && taint !== undefined)
      draft.set(['placement', 'pool', 'taint'], taint, source);
    else {
      const reason = 'a pool has labels and one taint, with key and effect';
      fates.refuse(source, reason, 'Write placement.pool, or change the pods with transform.installation');
    }
  }
  if (values.list(...owner, 'tolerations').length === 0) fates.map(...owner, 'tolerations');
}

function taintOf(toleration: unknown): string | undefined {
  const { key, operator = 'Equal', value = '', effect } = record(toleration);
  if (typeof key !== 'string' || typeof effect !== 'string') return undefined;
  if (operator === 'Exists') return `${key}:${effect}`;
  return operator === 'Equal' ? `${key}=${asText(value)}:${effect}` : undefined;
}

/** What pods of the chart may differ in, and here always are. */
const restricted: Readonly<Record<string, unknown>> = {
  runAsUser: 101,
  runAsGroup: 101,
  fsGroup: 101,
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  privileged: false,
};

/** Security contexts: pods here are restricted, whatever they say. */
export function mapSecurity({ values, fates }: Conversion, owner: ValuePath): void {
  for (const name of ['podSecurityContext', 'securityContext']) {
    const path = [...owner, name];
    fates.map(...path);
    for (const [key, value] of Object.entries(values.map(...path))) {
      if (Object.hasOwn(restricted, key) && restricted[key] === value) continue;
      const reason = 'pods have the context that restricted namespaces demand';
      fates.refuse([...path, key], reason, 'Change it with transform.installation');
    }
  }
}

/** Resources of the servers. The chart asks for none unless told to. */
export function mapServerResources({ values, fates, cluster, platform, notes }: Conversion): void {
  const path = ['clickhouse', 'resources'];
  const { requests, limits, ...others } = values.map(...path);
  fates.map(...path);
  for (const key of Object.keys(others)) fates.refuse([...path, key], 'it is no request or limit', 'Leave it out');
  const [asked, most] = [record(requests), record(limits)];
  for (const [kind, amounts] of Object.entries({ requests: asked, limits: most })) {
    for (const key of Object.keys(amounts).filter((each) => each !== 'cpu' && each !== 'memory')) {
      fates.refuse(
        [...path, kind, key],
        'resources are processors and memory',
        'Change it with transform.installation',
      );
    }
  }
  if (['cpu', 'memory'].every((key) => asked[key] === undefined && most[key] === undefined)) {
    const usual = platform.value.facts.stage === 'production' ? ' in production: 2 processors and 8Gi' : '';
    notes.push(`The chart asks for no resources; pods here have defaults${usual}. Write resources, or instanceType.`);
    return;
  }
  const processors = asked.cpu ?? most.cpu;
  const memory = asked.memory ?? most.memory;
  amount(['resources', 'cpu'], processors, toCpu(processors), '2');
  amount(['resources', 'memory'], memory, toQuantity(memory), '8Gi');
  if (most.cpu !== undefined) limit('cpuLimit', 'cpu', toCpu(most.cpu));
  if (most.memory !== undefined && most.memory !== memory) limit('memoryLimit', 'memory', toQuantity(most.memory));

  function amount(prop: ValuePath, given: unknown, converted: string | undefined, usual: string): void {
    const name = prop.at(-1) ?? '';
    const source = [...path, asked[name] === undefined ? 'limits' : 'requests', name];
    if (converted !== undefined) cluster.set(prop, converted, source);
    else {
      cluster.supply(prop, usual, path);
      cluster.remark(prop, given === undefined ? 'The chart asks for none.' : 'The values do not hold an amount.');
      if (given !== undefined) fates.refuse(source, 'it is no amount', `Write one such as '${usual}'`);
    }
  }

  function limit(prop: string, name: string, converted: string | undefined): void {
    const source = [...path, 'limits', name];
    if (converted !== undefined) cluster.set(['resources', prop], converted, source);
    else fates.refuse(source, 'it is no amount', 'Leave it out, or write another one');
  }
}
