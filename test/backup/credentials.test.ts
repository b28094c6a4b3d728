import { examples } from '../../examples';
import { makeCredentials } from '../../src/tools/credentials/credentials';

test('the Secret of backups is made up with the name of their user; keys of the store are not', async () => {
  const manifests = examples.find(({ name }) => name === 'backup')?.synth('minikube') ?? [];
  const source = { file: 'backup.yaml', manifests: manifests.map((manifest) => ({ manifest })) } as never;
  const { objects, notes } = await makeCredentials([source]);
  const secret = objects.find(({ metadata }) => metadata.name === 'bookings-backup');
  expect(secret?.stringData).toEqual({
    username: 'backup',
    password: expect.stringMatching(/^\w{32}$/),
    password_sha256_hex: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(notes).toEqual([
    'Secret bookings/minio-keys is not made: only you have access_key_id, secret_access_key (needed by ClickHouseInstallation/bookings).',
  ]);
});
