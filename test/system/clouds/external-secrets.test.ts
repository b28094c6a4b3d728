import { createHash } from 'node:crypto';
import { ExternalCredentials } from 'anyhouse';
import fc from 'fast-check';
import { cluster, environment, objectsOf } from '../../support/environments';
import { externalSecretData } from './judges';

interface Templated {
  readonly target: { readonly template: { readonly data: Readonly<Record<string, string>> } };
}

function emitted(source: 'generate' | 'store') {
  const place = environment();
  const from = source === 'generate' ? { generate: {} } : { store: { name: 'vault' } };
  const objects = objectsOf(new ExternalCredentials(place, 'credentials', { clusters: [cluster({}, place)], ...from }));
  const external = objects.find(({ kind }) => kind === 'ExternalSecret');
  const templates = (external?.spec as Templated).target.template.data;
  return { templates, generator: objects.find(({ kind }) => kind === 'Password')?.spec };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('a generated password is letters and digits, another one each time, with its hash', async () => {
  const answers = await externalSecretData(Array.from({ length: 50 }, () => emitted('generate')));
  for (const { data, error } of answers) {
    expect(error).toBeUndefined();
    expect(data?.password).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(data?.password_sha256_hex).toBe(sha256(data?.password ?? ''));
  }
  expect(new Set(answers.map(({ data }) => data?.password)).size).toBe(50);
});

const odd = ['a', 'ü €', '"quoted" \\ back', '{{ .password }}', ' in spaces ', '$HOME `id`', '\t', '0', 'false'];

test('the hash of a password in a store is that of its bytes', async () => {
  const { templates } = emitted('store');
  const random = fc.sample(fc.string({ minLength: 1, unit: 'binary' }), { numRuns: 300, seed: 20261121 });
  const passwords = [...odd, ...random].filter((password) => !password.endsWith('\n'));
  const answers = await externalSecretData(passwords.map((password) => ({ templates, values: { password } })));
  expect(answers.map(({ data }) => data)).toEqual(
    passwords.map((password) => ({ password, password_sha256_hex: sha256(password) })),
  );
});

test('the end of a line behind a password belongs to neither of the two', async () => {
  const { templates } = emitted('store');
  const [answer] = await externalSecretData([{ templates, values: { password: 'hunter2\n' } }]);
  expect(answer?.data).toEqual({ password: 'hunter2', password_sha256_hex: sha256('hunter2') });
});

test.each([[''], ['\n']])('an empty password in a store makes no Secret: %j', async (password) => {
  const { templates } = emitted('store');
  const [answer] = await externalSecretData([{ templates, values: { password } }]);
  expect(answer?.data).toBeUndefined();
  expect(answer?.error).toContain('the password in the store is empty');
});

test('a store without the password makes no Secret', async () => {
  const { templates } = emitted('store');
  const [answer] = await externalSecretData([{ templates, values: {} }]);
  expect(answer?.error).toContain('map has no entry for key "password"');
});
