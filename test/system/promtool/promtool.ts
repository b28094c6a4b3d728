import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { PrometheusRuleSpec } from '../../../src/monitoring/alert';

try {
  execFileSync('promtool', ['--version'], { stdio: 'ignore' });
} catch {
  throw new Error('promtool is missing, which judges alerts. Fix: apt-get install --no-install-recommends prometheus');
}

/** An alert that is to be raised. */
export interface RaisedAlert {
  readonly exp_labels: Readonly<Record<string, string>>;
  readonly exp_annotations: Readonly<Record<string, string>>;
}

/** What alerts of one name are raised at a time, while metrics are as given. */
export interface AlertCase {
  /** Series, such as `up{job="a"}`, and their values every 30 seconds: `1x40`. */
  readonly series: Readonly<Record<string, string>>;
  readonly at: string;
  readonly alert: string;
  readonly raised: readonly RaisedAlert[];
}

/** What `promtool check rules` has to say; empty when all is well. */
export function checkRules(rules: object): string {
  return promtool({ 'rules.yaml': rules }, ['check', 'rules', '--lint=all', '--lint-fatal', 'rules.yaml']);
}

/** What `promtool test rules` has to say; empty when all alerts are raised as expected. */
export function testRules(rules: PrometheusRuleSpec, { series, at, alert, raised }: AlertCase): string {
  const test = {
    rule_files: ['rules.yaml'],
    evaluation_interval: '30s',
    tests: [
      {
        interval: '30s',
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: [{ eval_time: at, alertname: alert, exp_alerts: raised }],
      },
    ],
  };
  return promtool({ 'rules.yaml': rules, 'test.yaml': test }, ['test', 'rules', 'test.yaml']);
}

/** What `promtool test rules` has to say; empty when an expression has a value at a time, or none. */
export function testExpression(
  series: Readonly<Record<string, string>>,
  { expression, at, value }: { readonly expression: string; readonly at: string; readonly value?: number },
): string {
  const expected = value === undefined ? [] : [{ labels: '{}', value }];
  const test = {
    evaluation_interval: '30s',
    tests: [
      {
        interval: '30s',
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        promql_expr_test: [{ expr: expression, eval_time: at, exp_samples: expected }],
      },
    ],
  };
  return promtool({ 'test.yaml': test }, ['test', 'rules', 'test.yaml']);
}

function promtool(files: Readonly<Record<string, unknown>>, args: readonly string[]): string {
  const cwd = mkdtempSync(join(tmpdir(), 'promtool-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), stringify(content));
    const { status, stdout, stderr } = spawnSync('promtool', args, { cwd, encoding: 'utf8' });
    return status === 0 ? '' : `${stdout}${stderr}`;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
