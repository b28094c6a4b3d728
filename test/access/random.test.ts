import { ClickHouseCluster, ExternalCredentials, SqlUsers } from 'anyhouse';
import fc from 'fast-check';
import { environment, objectsOf } from '../support/environments';
import { access } from '../support/random-access';
import { type Mutation, mutate, mutation } from '../support/random-mutation';

function build({ credentials, sqlUsers }: { readonly credentials: unknown; readonly sqlUsers: unknown }) {
  const place = environment();
  const cluster = new ClickHouseCluster(place, 'events', {
    storage: { size: '10Gi' },
    users: { app: { networks: ['10.0.0.0/8'] } },
  });
  const people = new SqlUsers(place, 'people', { cluster, ...(sqlUsers as { users: object }) } as never);
  new ExternalCredentials(place, 'credentials', { clusters: [cluster], ...(credentials as object) });
  return objectsOf(people);
}

const faulty = fc
  .tuple(access, fc.array(mutation, { minLength: 1, maxLength: 2 }))
  .map(([props, faults]: [{ credentials: unknown; sqlUsers: unknown }, readonly Mutation[]]) =>
    faults.reduce((changed, fault) => mutate(changed as never, fault, (path) => path.length < 2) as never, props),
  );

test.each([
  ['as somebody would write them', access],
  ['with faults', faulty],
])('props %s are refused with a reason, or make whole objects', (_, arbitrary) => {
  const outcomes = { made: 0, refused: 0 };
  for (const props of fc.sample(arbitrary, { numRuns: 150, seed: 20261121 })) {
    try {
      for (const { metadata } of build(props as never)) expect(metadata.name).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
      outcomes.made += 1;
    } catch (error) {
      expect((error as Error).name).toBe('PropError');
      outcomes.refused += 1;
    }
  }
  expect(outcomes.made).toBeGreaterThan(10);
  expect(outcomes.refused).toBeGreaterThan(10);
});
