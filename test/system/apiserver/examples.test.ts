import { examples } from '../../../examples/index';
import { defaultOperatorVersion } from '../../../src/altinity/versions';
import { operatorVersions } from '../cluster/crds';
import { apiServer, makeNamespacesOf, refusals } from './servers';

const platforms = ['minikube', 'eks', 'gke'] as const;

const targets = [
  ...operatorVersions.map((operator) => ({
    operator,
    how: `for operator ${operator}`,
    options: { operatorVersion: operator },
  })),
  // Examples choose how the operator is installed only where no release is asked for.
  { operator: '0.27.2', how: 'as it stands', options: {} },
] as const;

test('the newest API server has the CRDs of the release that programs target by default', () => {
  expect(operatorVersions.at(-1)).toBe(defaultOperatorVersion);
});

describe.each(targets)('a real API server accepts every object of an example $how', ({ operator, options }) => {
  const cases = examples.flatMap((example) => platforms.map((platform) => ({ example, name: example.name, platform })));

  test.each(cases)('$name on $platform', async ({ example, platform }) => {
    const server = apiServer(operator);
    const manifests = example.synth(platform, options);
    await makeNamespacesOf(server, manifests);
    expect(manifests.length).toBeGreaterThan(5);
    expect(await refusals(server, manifests)).toEqual([]);
  });
});
