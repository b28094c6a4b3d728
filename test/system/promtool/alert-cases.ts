import type { AlertSeverity, PrometheusRuleSpec } from '../../../src/monitoring/alert';
import { checkRules, type RaisedAlert, testRules } from './promtool';

/** Series, such as `up{job="a"}`, and their values every 30 seconds: `1x40`. */
export type Series = Readonly<Record<string, string>>;

/** Values that raise an alert, values at its edge that do not, when it is raised, and what it then says. */
export interface AlertCase {
  readonly alert: string;
  readonly severity: AlertSeverity;
  readonly firing: Series;
  readonly quiet: Series;
  /** A time before the alert is raised, and one at which it is. */
  readonly after: readonly [early: string, late: string];
  readonly summary: string;
  /** Labels that come from the metrics. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Rules of one construct, and what they are tested with. */
export interface TestedRules {
  readonly rules: PrometheusRuleSpec;
  readonly cases: readonly AlertCase[];
  /** Labels that all alerts of the construct have, besides their severity. */
  readonly labels: Readonly<Record<string, string>>;
  /** Series with which no alert is raised: those that alerts about missing metrics look for. @default - none */
  readonly healthy?: Series;
  /** The same series of other constructs, whose alerts these are not. */
  readonly ofOthers: (series: string) => readonly string[];
}

/** What Prometheus is to say of a case: texts that do not depend on values are those of the rule. */
export function raisedBy({ rules, labels }: TestedRules, one: AlertCase): RaisedAlert {
  const rule = rules.groups
    .flatMap((group) => group.rules)
    .find(({ alert, labels: own }) => alert === one.alert && own.severity === one.severity);
  return {
    exp_labels: { severity: one.severity, ...labels, ...one.labels },
    exp_annotations: { ...rule?.annotations, summary: one.summary },
  };
}

/** Tests that Prometheus takes the rules, that every alert has a case, and that each is raised when it should be only. */
export function testAlerts(tested: TestedRules): void {
  const { rules, cases, ofOthers, healthy = {} } = tested;
  const all = rules.groups.flatMap((group) => group.rules);

  test('Prometheus takes the rules', () => {
    expect(checkRules(rules)).toBe('');
  });

  test('every alert has a case, in each severity', () => {
    const named = (alerts: readonly { readonly alert: string; readonly severity?: string }[]) =>
      [...new Set(alerts.map(({ alert, severity }) => `${alert} ${severity}`))].sort();
    expect(named(cases)).toEqual(named(all.map(({ alert, labels }) => ({ alert, severity: labels.severity }))));
  });

  describe.each(cases.map((one, index) => [index, one.alert, one.severity, one] as const))(
    '%i %s %s',
    (...[, , , one]) => {
      const { alert } = one;
      const [early, late] = one.after;
      const raised = [raisedBy(tested, one)];
      // An alert may have two severities, of which a mild case raises one.
      const run = (series: Series, at: string, alerts: readonly RaisedAlert[]) =>
        testRules(
          { groups: [{ name: 'tested', rules: all.filter(({ labels }) => labels.severity === one.severity) }] },
          { series, alert, at, raised: alerts },
        );

      test('is raised, and not before its time', () => {
        expect(run(one.firing, early, [])).toBe('');
        expect(run(one.firing, late, raised)).toBe('');
      });

      test('is quiet up to its threshold', () => {
        expect(run(one.quiet, late, [])).toBe('');
      });

      test('is not raised by others', () => {
        const others = Object.entries(one.firing).flatMap(([name, values]) =>
          ofOthers(name).map((other) => [other, values] as const),
        );
        expect(others.filter(([name]) => name in one.firing)).toEqual([]);
        expect(run({ ...healthy, ...Object.fromEntries(others) }, late, [])).toBe('');
      });
    },
  );
}
