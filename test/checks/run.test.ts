import type { Acknowledgement, CheckContext } from '../../src/checks/context';
import { contextAnnotation, printContext } from '../../src/checks/context';
import { describeFinding } from '../../src/checks/describe';
import { ManifestSet } from '../../src/checks/manifest-set';
import type { Rule, Severity } from '../../src/checks/rule';
import { runRules } from '../../src/checks/run';
import type { Manifest } from '../../src/kubernetes/manifest';

/** A rule that every ConfigMap breaks. */
const rule = (id: string, severity: Severity = 'warning'): Rule => ({
  id,
  severity,
  title: 'There are no ConfigMaps',
  why: 'They are an example.',
  fix: 'remove it.',
  source: 'this test',
  check: (set) => set.ofKind('ConfigMap').map((object) => ({ object, pointer: '/data/a~1b', message: 'it is there.' })),
});
const map = (name: string, namespace = 'analytics'): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace },
});
const namespace = (context: CheckContext, name = 'analytics'): Manifest => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, annotations: { [contextAnnotation]: printContext(context) } },
});

function run(objects: readonly Manifest[], rules: readonly Rule[]) {
  const { findings, acknowledged } = runRules(new ManifestSet(objects), rules);
  const told = findings.map((finding) => `${finding.rule.severity} ${describeFinding(finding)}`);
  return { told, acknowledged: acknowledged.map(({ object, reason }) => `${object.metadata.name}: ${reason}`) };
}

const acknowledging = (...acknowledged: readonly Acknowledgement[]) => namespace({ acknowledged });

test('a finding names kind, object, place, message, fix and rule', () => {
  expect(run([map('one')], [rule('maps/none')]).told).toEqual([
    'warning ConfigMap/one data["a/b"]: it is there. Fix: remove it. [maps/none]',
  ]);
});

test('errors come first, then the order of the manifests counts', () => {
  const rules = [rule('maps/advice', 'advice'), rule('maps/warning'), rule('maps/error', 'error')];
  const told = run([map('one'), map('two')], rules).told.map((line) => line.replace(/ data.* \[/, ' ['));
  expect(told).toEqual([
    'error ConfigMap/one [maps/error]',
    'error ConfigMap/two [maps/error]',
    'warning ConfigMap/one [maps/warning]',
    'warning ConfigMap/two [maps/warning]',
    'advice ConfigMap/one [maps/advice]',
    'advice ConfigMap/two [maps/advice]',
  ]);
});

test('an acknowledged error is silent for its object only, and reported with the reason', () => {
  const entry = { rule: 'maps/none', reason: 'ticket 7', object: 'ConfigMap/one' };
  const { told, acknowledged } = run([acknowledging(entry), map('one'), map('two')], [rule('maps/none', 'error')]);
  expect(told).toEqual(['error ConfigMap/two data["a/b"]: it is there. Fix: remove it. [maps/none]']);
  expect(acknowledged).toEqual(['one: ticket 7']);
});

test('an acknowledged warning is silent in the whole namespace, but not in others', () => {
  const entry = { rule: 'maps/none', reason: 'ticket 7' };
  const { told, acknowledged } = run([acknowledging(entry), map('one'), map('two', 'other')], [rule('maps/none')]);
  expect(told).toEqual(['warning ConfigMap/two data["a/b"]: it is there. Fix: remove it. [maps/none]']);
  expect(acknowledged).toEqual(['one: ticket 7']);
});

test('an error is not acknowledged for a whole environment', () => {
  const { told } = run([acknowledging({ rule: 'maps/none', reason: 'all of them' })], [rule('maps/none', 'error')]);
  expect(told).toEqual([
    "error Namespace/analytics metadata.annotations: 'maps/none' is an error and cannot be silenced for a whole " +
      'environment. Fix: move the entry of acknowledge to the construct. [acknowledge/too-wide]',
  ]);
});

test('an acknowledgement of a rule that does not exist suggests the one that was meant', () => {
  const { told } = run([acknowledging({ rule: 'map/nonne', reason: 'typed in a hurry' })], [rule('maps/none')]);
  expect(told).toEqual([
    "error Namespace/analytics metadata.annotations: there is no rule 'map/nonne'. Fix: write 'maps/none'. " +
      '[acknowledge/unknown-rule]',
  ]);
});

test('an acknowledgement that silences nothing is advised against, once', () => {
  const entry = { rule: 'maps/none', reason: 'long gone', object: 'ConfigMap/gone' };
  const { told } = run([acknowledging(entry), map('one', 'other')], [rule('maps/none')]);
  expect(told.filter((line) => line.startsWith('advice'))).toEqual([
    "advice Namespace/analytics metadata.annotations: 'maps/none' is acknowledged on ConfigMap/gone, but nothing " +
      'breaks it. Fix: remove it. [acknowledge/unused]',
  ]);
});

test('a rule about production may be acknowledged by a program that also runs on a laptop', () => {
  const acknowledged = [{ rule: 'maps/none', reason: 'one is enough' }];
  const production = { ...rule('maps/none'), stage: 'production' as const };
  const told = (stage: 'development' | 'production') => run([namespace({ stage, acknowledged })], [production]).told;
  expect(told('development')).toEqual([]);
  expect(told('production')).toEqual([expect.stringContaining('[acknowledge/unused]')]);
});

test('a rule of props can be acknowledged nowhere, and does not count as unused', () => {
  const entry = { rule: 'props/type', reason: 'never judged on manifests' };
  const { check: _, ...propRule } = rule('props/type');
  expect(run([acknowledging(entry)], [propRule]).told).toEqual([]);
});

test('a context that somebody has broken by hand silences nothing and stops nothing', () => {
  const broken = [{ acknowledged: 'all' }, { acknowledged: [null, 7, {}] }, { acknowledged: { rule: 'maps/none' } }];
  for (const context of broken) {
    const told = run([namespace(context as unknown as CheckContext), map('one')], [rule('maps/none')]).told;
    expect(told).toHaveLength(1);
  }
  const annotations = { [contextAnnotation]: 'not JSON' };
  const object = { ...map('one'), metadata: { ...map('one').metadata, annotations } };
  expect(run([object], [rule('maps/none')]).told).toHaveLength(1);
});
