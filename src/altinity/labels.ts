import type { LabelSelector } from 'kubernetes-types/meta/v1';

/*
 * Labels that the operator puts on the pods of an installation, for selectors of policies, budgets and affinities.
 * Source: operator, pkg/model/chi/tags/labeler and pkg/model/chk/tags/labeler.
 */

const clickhousePrefix = 'clickhouse.altinity.com';
const keeperPrefix = 'clickhouse-keeper.altinity.com';

/** Pods of an installation, or of one of its shards. */
export function clickhouseLabels(installation: string, shard?: string): Record<string, string> {
  return {
    [`${clickhousePrefix}/chi`]: installation,
    ...(shard !== undefined && { [`${clickhousePrefix}/shard`]: shard }),
  };
}

/** Pods of an installation that the operator lets clients reach: not those that it is about to restart. */
export function readyLabels(installation: string): Record<string, string> {
  return { ...clickhouseLabels(installation), [`${clickhousePrefix}/ready`]: 'yes' };
}

/** Pods of all installations. The label `app: chop` would not do: the operator's own pod has it, too. */
export const anyClickHouse: LabelSelector = {
  matchExpressions: [{ key: `${clickhousePrefix}/chi`, operator: 'Exists' }],
};

/** Pods of a Keeper installation. */
export function keeperLabels(installation: string): Record<string, string> {
  return { [`${keeperPrefix}/chk`]: installation };
}
