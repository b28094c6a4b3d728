import { examples, type PlatformName } from '../../examples';
import { companionSteps } from '../../src/tools/companion-steps';

const needed = (name: string, platform: PlatformName = 'eks') =>
  companionSteps(examples.find((example) => example.name === name)?.synth(platform) ?? [], ' --kube-context prod');

test('what brings the kinds of a program is installed before them', () => {
  expect(needed('day-two').map(({ why }) => why)).toEqual([
    'install External Secrets, unless it is there',
    'install prometheus-operator, unless it is there',
  ]);
  expect(needed('credentials')[0]?.command).toBe(
    'helm upgrade --install external-secrets external-secrets --repo https://charts.external-secrets.io --namespace external-secrets --create-namespace --wait --kube-context prod',
  );
});

test('a program without such kinds needs none of it', () => {
  expect(needed('quickstart')).toEqual([]);
});
