/*
 * Labels that the operator puts on the pods of an installation, for selectors of policies, budgets and affinities.
 * Source: operator, pkg/model/chi/tags/labeler and pkg/model/chk/tags/labeler.
 */

const clickhousePrefix = 'clickhouse.altinity.com';
const keeperPrefix = 'clickhouse-keeper.altinity.com';

/** Pods of an installation, or of one of its shards; without a name those of all installations. */
export function clickhouseLabels(installation?: string, shard?: string): Record<string, string> {
  return {
    [`${clickhousePrefix}/app`]: 'chop',
    ...(installation !== undefined && { [`${clickhousePrefix}/chi`]: installation }),
    ...(shard !== undefined && { [`${clickhousePrefix}/shard`]: shard }),
  };
}

/** Pods of a Keeper installation. */
export function keeperLabels(installation: string): Record<string, string> {
  return { [`${keeperPrefix}/app`]: 'chop', [`${keeperPrefix}/chk`]: installation };
}
