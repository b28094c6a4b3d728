import { Provider } from '@pulumi/kubernetes/provider';
import * as pulumi from '@pulumi/pulumi';
import { Cdk8sApp, type Cdk8sAppArgs } from 'anyhouse/pulumi';
import { at, type Manifest } from '../../../src/kubernetes/manifest';
import { type Registered, underMocks } from '../../support/pulumi-mocks';
import type { ApiClient } from '../cluster/api-client';

/** Who the provider says it is, so that a later update knows which fields are its own. */
const provider = 'pulumi-kubernetes';

/** An object as the engine hands it to the provider: every Output is known. */
export interface Handed {
  readonly manifest: Manifest;
  readonly registered: Registered;
}

/** What the bridge registers for a program, in the order in which the engine would create it. */
export async function handedOver(build: Cdk8sAppArgs['build']): Promise<readonly Handed[]> {
  const { resources } = await underMocks(
    () => new Cdk8sApp('app', { provider: new Provider('cluster', { kubeconfig: 'none' }), build }),
  );
  return resources
    .filter(({ type }) => type.startsWith('kubernetes:'))
    .map((registered) => ({ registered, manifest: open(registered.inputs) as Manifest }));
}

/** A value without the marks of what is secret. The provider gets them apart from the value. */
function open(value: unknown): unknown {
  if (pulumi.runtime.isRpcSecret(value)) return open(pulumi.runtime.unwrapRpcSecret(value));
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, open(inner)]));
}

/**
 * Creates objects and updates them, as the provider does it: by a POST, which drops what the schema lacks, and by
 * server-side apply, which refuses it. Tells what is refused, lost or changed by an update that changes nothing.
 * @see test "TestCSACreateToSSAUpdate" of pulumi-kubernetes
 */
export async function deploy(server: ApiClient, objects: readonly Handed[]): Promise<readonly string[]> {
  const complaints: string[] = [];
  const created = new Map<Manifest, Manifest>();
  const note = ({ kind, metadata }: Manifest, what: string) => complaints.push(`${kind}/${metadata.name}: ${what}`);
  for (const { manifest } of objects) {
    const verdict = await server.createAs(provider, manifest);
    if (!verdict.accepted) note(manifest, `not created: ${verdict.message}`);
    else {
      created.set(manifest, verdict.object);
      if (verdict.object.metadata.namespace !== manifest.metadata.namespace)
        note(manifest, `stands in ${verdict.object.metadata.namespace}, not in ${manifest.metadata.namespace}`);
    }
  }
  await Promise.all(
    [...created].map(async ([manifest, first]) => {
      const { metadata } = manifest;
      const labels = { ...metadata.labels, 'example.com/updated': 'yes' };
      const verdict = await server.applyAs(provider, { ...manifest, metadata: { ...metadata, labels } });
      if (!verdict.accepted) note(manifest, `not updated: ${verdict.message}`);
      else if (at(verdict.object, 'metadata', 'generation') !== at(first, 'metadata', 'generation'))
        note(manifest, 'another specification after an update of labels');
    }),
  );
  return complaints;
}

/** Deletes objects, and what is left of their namespaces, for which no controller runs here. */
export async function destroy(server: ApiClient, objects: readonly Handed[]): Promise<void> {
  const namespaces = objects.filter(({ manifest }) => manifest.kind === 'Namespace');
  const others = objects.filter((one) => !namespaces.includes(one));
  await Promise.all(others.map(({ manifest }) => server.delete(manifest)));
  await Promise.all(namespaces.map(({ manifest }) => removeNamespace(server, manifest.metadata.name)));
}

/** Deletes a namespace where no controller ends what is left of it. */
export async function removeNamespace(server: ApiClient, name: string): Promise<void> {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  await server.delete(namespace);
  const body = { ...namespace, spec: { finalizers: [] } };
  await server.send({ method: 'PUT', path: `/api/v1/namespaces/${name}/finalize`, body });
}
