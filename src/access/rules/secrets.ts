import { entriesAt, faultAt, placeAt, whole } from '../../altinity/rules/places';
import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { goDuration } from '../../kubernetes/go-duration';
import { at, type Manifest, text } from '../../kubernetes/manifest';
import { providedSecret } from '../../kubernetes/provided-secret';

function* providedTwice(set: ManifestSet): Generator<Fault> {
  const owners = new Map<string, Manifest>();
  for (const object of set.objects) {
    const secret = providedSecret(object);
    if (secret === undefined) continue;
    const key = `${set.clusterOf(object)}/${secret}`;
    const first = owners.get(key);
    // Two objects of one name are what another rule is about.
    if (first && (first.kind !== object.kind || first.metadata.name !== object.metadata.name)) {
      const message = `Secret ${secret} is made by ${first.kind}/${first.metadata.name}, too.`;
      yield faultAt(object, placeAt(whole(object), 'spec'), [], message);
    }
    owners.set(key, first ?? object);
  }
}

/** Generators whose every answer is another one; what is behind a ClusterGenerator stands in its specification. */
const random = /^(Password|UUID|SSHKey)$/;

function* newPasswords(set: ManifestSet): Generator<Fault> {
  for (const object of set.ofKind('ExternalSecret')) {
    if (!object.apiVersion.startsWith('external-secrets.io/') || !refreshes(object)) continue;
    for (const entry of entriesAt(placeAt(whole(object), 'spec'), 'dataFrom')) {
      const generator = text(at(entry.node, 'sourceRef', 'generatorRef', 'kind')) ?? '';
      const message = `a new ${generator} is generated every ${text(at(object, 'spec', 'refreshInterval')) ?? '1h'}.`;
      if (random.test(generator)) yield faultAt(object, entry, [], message);
    }
  }
}

/** Whether External Secrets asks for values again and again. */
function refreshes({ spec }: Manifest): boolean {
  const policy = text(at(spec, 'refreshPolicy')) ?? 'Periodic';
  return policy === 'Periodic' && goDuration(text(at(spec, 'refreshInterval')) ?? '1h') !== 0;
}

/** Rules about objects that make Secrets. */
export const secretMakerRules: readonly Rule[] = [
  {
    id: 'credentials/provided-twice',
    severity: 'error',
    title: 'A Secret is made by one object',
    why: 'Two controllers write over each other, and servers and applications read the password of one or the other.',
    fix: 'remove one of the two, or let it make a Secret of another name.',
    source: 'External Secrets v1.3.2, docs/guides/ownership-deletion-policy.md',
    check: providedTwice,
  },
  {
    id: 'credentials/new-passwords',
    severity: 'error',
    title: 'Generated passwords do not change by themselves',
    why: 'External Secrets asks a generator again every hour unless told otherwise, and each answer is another password: servers keep the old one until they restart.',
    fix: 'write refreshPolicy: CreatedOnce.',
    source: 'External Secrets v1.3.2, docs/guides/generator.md; externalsecret_controller.go (shouldRefresh)',
    check: newPasswords,
  },
];
