import type { ClickHouseClusterProps } from 'anyhouse';

export function grow(props: ClickHouseClusterProps) {
  // expect: TS2540 Cannot assign to 'shards' because it is a read-only property
  props.shards = 4;
}
