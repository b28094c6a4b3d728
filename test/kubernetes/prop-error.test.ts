import { Problems, PropError, show } from '../../src/kubernetes/prop-error';

const problem = { rule: 'keeper/size', prop: 'replicas', must: 'be 1, 3, 5 or 7', got: 4, fix: 'use 3.' };

test('one fault is one line', () => {
  const problems = new Problems('Keeper', 'analytics/keeper');
  problems.add(problem);
  expect(() => problems.throwIfAny()).toThrow(
    "Keeper 'analytics/keeper': replicas must be 1, 3, 5 or 7, got 4. Fix: use 3. [keeper/size]",
  );
});

test('several faults are listed together', () => {
  const problems = new Problems('Keeper', 'analytics/keeper');
  problems.add(problem);
  problems.add({ ...problem, prop: 'storage', must: 'be a quantity', got: '5GB' });
  problems.add({ ...problem, prop: 'name', gotText: '70 characters' });
  expect(() => problems.throwIfAny()).toThrow(
    /^3 problems in Keeper 'analytics\/keeper'\n {2}replicas must .*\n {4}Fix: .*\n {2}storage must/,
  );
});

test('the error tells its first fault as fields', () => {
  const error = new PropError('Keeper', 'a/b', [{ ...problem, got: '4' }]);
  expect(error).toMatchObject({ rule: 'keeper/size', path: 'a/b', prop: 'replicas', got: '4', fix: 'use 3.' });
});

test('without a fault nothing is thrown', () => {
  expect(() => new Problems('Keeper', 'x').throwIfAny()).not.toThrow();
});

test('values are printed on one line and cut', () => {
  expect(show({ a: 'x'.repeat(100) })).toHaveLength(60);
  expect(show(undefined)).toBe('nothing');
  expect(show(Number.NaN)).toBe('NaN');
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  expect(show(circular)).toBe('an object that JSON cannot hold');
});
