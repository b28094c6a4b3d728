import { Environment, Operator } from 'anyhouse';
import { findingsOf } from 'anyhouse/testing';
import { App } from 'cdk8s';
import { minikube } from '../support/environments';

/** Two environments of one Kubernetes cluster, whose operators are not what the rules want. */
function rulesBroken(other: Parameters<typeof Operator.existing>[0], acknowledge?: Record<string, string>) {
  const app = new App();
  new Environment(app, 'one', { platform: minikube, operator: Operator.existing({}) });
  new Environment(app, 'two', { platform: minikube, operator: Operator.existing(other), acknowledge });
  return findingsOf(app).map(({ rule, object }) => `${rule} ${object.metadata.name}`);
}

const older = { version: '0.26.0' } as const;
const second = { namespace: 'operators', watches: ['two'] };

test('errors about an environment itself are acknowledged on it', () => {
  expect(rulesBroken(older)).toEqual(['operator/versions-differ two']);
  expect(rulesBroken(older, { 'operator/versions-differ': 'upgrade in two steps, this week' })).toEqual([]);
  expect(rulesBroken(second)).toEqual(['operator/overlapping-watches two']);
  expect(rulesBroken(second, { 'operator/overlapping-watches': 'the first one leaves on Friday' })).toEqual([]);
});

test('errors about other objects are not', () => {
  expect(rulesBroken({}, { 'fields/unknown': 'any' })).toEqual(['acknowledge/too-wide two']);
});

test('an acknowledgement of them that silences nothing is told', () => {
  expect(rulesBroken({}, { 'operator/versions-differ': 'over' })).toEqual(['acknowledge/unused two']);
});
