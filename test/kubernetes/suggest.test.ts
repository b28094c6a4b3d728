import { suggest } from '../../src/kubernetes/suggest';

test.each([
  ['replica', 'replicas'],
  ['shard', 'shards'],
  ['storge', 'storage'],
  ['plcaement', 'placement'],
  ['on_delete', 'onDelete'],
  ['Users', 'users'],
])('%s means %s', (word, meant) => {
  expect(suggest(word, ['shards', 'replicas', 'storage', 'placement', 'onDelete', 'users'])).toBe(meant);
});

test('a word that is near to nothing means nothing', () => {
  expect(suggest('kafka', ['shards', 'replicas', 'storage'])).toBeUndefined();
});
