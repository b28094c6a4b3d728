import type { RuleCase } from '../rule-case';

const template = (spec: string) =>
  `apiVersion: clickhouse.altinity.com/v1\nkind: ClickHouseInstallationTemplate\nmetadata: { name: a, namespace: b }\nspec: ${spec}\n`;

export const lifecycleCases: readonly RuleCase[] = [
  {
    rule: 'lifecycle/task-id',
    fault: 'a task id in a template',
    bad: template('{ taskID: "1", templating: { policy: auto } }'),
    at: ['/spec/taskID'],
    good: template('{ templating: { policy: auto } }'),
  },
];
