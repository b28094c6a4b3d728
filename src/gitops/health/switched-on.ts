/**
 * Ways to write that a switch of an installation is on. From release 0.27 on, `true` and 1 without quotes count as well.
 * Source: clickhouse-operator, pkg/apis/common/types/string_bool.go.
 */
export const switchedOn: readonly string[] = [
  '1',
  'true',
  'True',
  'TRUE',
  'yes',
  'Yes',
  'on',
  'On',
  'enable',
  'Enable',
  'enabled',
  'Enabled',
];
