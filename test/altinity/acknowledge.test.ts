import { altinity } from 'anyhouse';
import { App, Chart, Testing } from 'cdk8s';
import { environment, messageOf, minikube } from '../support/environments';

const spec: altinity.ClickHouseInstallationSpec = {
  configuration: { clusters: [{ name: 'main', layout: { shardsCount: 1 } }] },
};

test('a typed resource is judged like everything else in an environment', () => {
  const place = environment({ platform: minikube });
  new altinity.ClickHouseInstallation(place, 'scratch', { spec });
  expect(messageOf(() => Testing.synth(place))).toContain('[storage/no-volume]');
});

test('its author can accept a rule, and fields of extra are accepted as such', () => {
  const place = environment({ platform: minikube });
  new altinity.ClickHouseInstallation(place, 'scratch', {
    spec,
    extra: { configuration: { tomorrow: 'yes' } },
    acknowledge: { 'storage/no-volume': 'thrown away every night' },
  });
  expect(Testing.synth(place).at(-1).spec.configuration.tomorrow).toBe('yes');
});

test('outside of an environment nothing would carry the reason', () => {
  const chart = new Chart(new App(), 'chart');
  const make = () =>
    new altinity.ClickHouseInstallation(chart, 'scratch', { spec, acknowledge: { 'storage/no-volume': 'why' } });
  expect(messageOf(make)).toBe(
    `ClickHouseInstallation 'chart/scratch': acknowledge must be left out outside of an Environment, whose Namespace would carry it, got {"storage/no-volume":"why"}. Fix: create the object with an Environment as first argument. [environment/missing]`,
  );
});
