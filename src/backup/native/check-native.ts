import type { Problems } from '../../kubernetes/prop-error';
import type { BackupScheduleProps } from '../options';

const way = 'leave out engine: the sidecar can do it.';

/** Reports what SQL BACKUP would ignore, or cannot do. */
export function checkNative(problems: Problems, { store, resources }: BackupScheduleProps): void {
  const { kind, keys, actsAs, encryption } = store.resolved;
  const refuse = (prop: string, must: string, gotText: string, fix = way) =>
    problems.add({ rule: 'backup/native', prop, must, gotText, fix });
  if (kind === 'gcs' && !keys)
    refuse(
      'store',
      "have keys with engine 'native': servers reach Google through its interface of S3",
      'gcs without keys',
      "write keys: { name: 'my-secret' } with HMAC keys at the store, or leave out engine.",
    );
  if (actsAs !== undefined)
    refuse('store', "have no role of its own with engine 'native', which uses the identity of the server", actsAs);
  if (encryption !== undefined && encryption !== 'bucket')
    refuse(
      'store.encryption',
      "be 'bucket' with engine 'native', which asks for no encryption",
      JSON.stringify(encryption),
      "let the bucket encrypt, and write encryption: 'bucket'.",
    );
  if (resources)
    refuse(
      'resources',
      "be left out with engine 'native': there is no container beside the server",
      JSON.stringify(resources),
      'remove it.',
    );
}
