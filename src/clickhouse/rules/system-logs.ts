import { forEach, isKeeper, textsOf } from '../../altinity/rules/installations';
import { faultAt, type Item, itemsAt, levelsOf, placeAt, specOf } from '../../altinity/rules/places';
import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';
import { isToken } from '../../kubernetes/token';

/** Logs to which the configuration of the image or of the operator gives an engine. */
const withEngine = ['opentelemetry_span_log', 'part_log', 'query_log', 'trace_log'];

const part = /^(\w+_log|dead_letter_queue)\/(order_by|partition_by|settings|storage_policy|ttl)$/;

function* besideEngine(installation: Manifest): Generator<Fault> {
  if (isKeeper(installation)) return;
  const common = itemsAt(placeAt(specOf(installation), 'configuration'), 'settings');
  yield* faultsIn(installation, common, []);
  for (const level of levelsOf(installation)) yield* faultsIn(installation, itemsAt(level, 'settings'), common);
}

/** Faults of the settings of one level, on top of those of the installation. */
function* faultsIn(object: Manifest, items: readonly Item[], common: readonly Item[]): Generator<Fault> {
  const values = new Map([...common, ...items].map(({ key, value }) => [key, value]));
  for (const { key, value, place } of items) {
    const [, log = '', name] = part.exec(key) ?? [];
    if (name === undefined || isRemoved(value) || isRemoved(values.get(log))) continue;
    const engine = values.get(`${log}/engine`);
    if (isRemoved(engine)) continue;
    if (engine !== undefined) yield faultAt(object, place, [], `'${log}/engine' is set, too.`);
    else if (withEngine.includes(log))
      yield faultAt(
        object,
        place,
        [],
        `the configuration of the image or the operator gives '${log}' an engine.`,
        `write ${log}/engine: _removed_ beside it.`,
      );
  }
}

function isRemoved(value: unknown): boolean {
  return value === '_removed_' || value === '_remove_' || isToken(value);
}

/** Rules about logs in tables. */
export const systemLogRules: readonly Rule[] = [
  {
    id: 'settings/log-engine',
    severity: 'error',
    title: 'A log in a table has an engine, or what an engine is made of, never both',
    why: 'The server refuses to start: TTL, partitions and order belong into the engine where there is one.',
    fix: 'write all of it in engine, or leave engine out.',
    source:
      'ClickHouse #88366 and Interpreters/SystemLog.cpp; operator, config/chi/config.d/01-clickhouse-03-query_log.xml',
    check: forEach(textsOf, besideEngine),
  },
];
