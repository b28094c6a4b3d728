import * as pulumi from '@pulumi/pulumi';
import { type App, ApiObject as Cdk8sApiObject, type Chart } from 'cdk8s';
import { serverNames } from '../../environment/render-tls';
import { ApiObject } from '../../kubernetes/api-object';
import type { Manifest } from '../../kubernetes/manifest';
import { productionOf } from '../../tools/credentials/ca-secrets';
import { certificateNames, onlyYours } from '../../tools/credentials/credentials';
import { developmentCa } from '../../tools/credentials/development-ca';
import { type NeededSecret, neededSecrets } from '../../tools/credentials/needed';
import { makeUp } from '../../tools/credentials/secret-data';
import type { ManifestSource } from '../../tools/manifests/source';
import { asString } from '../bridge/tokens';
import { encoded, keep } from './kept';

/**
 * Adds Secrets with random values to a program, for everything that its objects need and nobody provides: passwords of
 * users with their hashes, and certificates of a development CA outside of production. `anyhouse credentials` prints the
 * same for manifests.
 *
 * The values of the first deployment stay. They are secret in the state, and cannot be read from the program: ask the
 * cluster. What cannot be made up, such as the account of a registry, is told by a warning.
 *
 * ```ts
 * new Cdk8sApp('analytics', {
 *   provider: cluster.provider,
 *   build: (app) => {
 *     analytics(app, cluster.platform);
 *     addCredentials(app);
 *   },
 * });
 * ```
 * @param app the program, complete: call this last
 * @returns namespace and name of each Secret: `analytics/events-app`
 */
export function addCredentials(app: App): readonly string[] {
  const charts = new Map<string, Chart>();
  // Asked one by one: charts would be checked, and made to depend on each other, before the program is complete.
  const objects = app.node
    .findAll()
    .filter((construct): construct is Cdk8sApiObject => Cdk8sApiObject.isApiObject(construct));
  const manifests = objects.map((object): Manifest => {
    const manifest: Manifest = object.toJson();
    const { namespace } = manifest.metadata;
    if (namespace !== undefined && !charts.has(namespace)) charts.set(namespace, object.chart);
    return manifest;
  });
  const sources = [sourceOf(manifests)];
  return neededSecrets(sources).flatMap((needed) => {
    // The Secret of an operator that is not part of the program is nobody's business here: OperatorRelease makes it.
    const chart = charts.get(needed.namespace);
    const data = chart && dataOf(needed, sources);
    if (!chart || !data) return [];
    const { name, namespace } = needed;
    const type = 'tls.crt' in data ? 'kubernetes.io/tls' : 'Opaque';
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, type, data };
    keep(new ApiObject(chart, `${name}-credentials`, secret));
    return [`${namespace}/${name}`];
  });
}

/** Base64 of every key, as tokens; undefined where nothing can be made up. */
function dataOf(
  needed: NeededSecret,
  sources: readonly ManifestSource[],
): Readonly<Record<string, string>> | undefined {
  const certificate = needed.references.some(({ use }) => use === 'certificate');
  if (certificate && !productionOf(sources).includes(needed.namespace)) {
    const names = certificateNames(sources, needed) ?? serverNames(needed.namespace);
    const made = pulumi.output(developmentCa(names));
    return {
      'ca.crt': token(made.apply(({ ca }) => ca.certificate)),
      'tls.crt': token(made.apply(({ server }) => server.certificate)),
      'tls.key': token(made.apply(({ server }) => server.key)),
    };
  }
  const { data, missing } = makeUp(needed);
  const keys = Object.keys(data);
  if (missing.length > 0) void pulumi.log.warn(onlyYours(needed, missing, keys));
  if (keys.length === 0) return undefined;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, token(pulumi.output(value))]));
}

function token(text: pulumi.Output<string>): string {
  return asString(pulumi.secret(text.apply(encoded)));
}

function sourceOf(manifests: readonly Manifest[]): ManifestSource {
  const file = 'the program';
  return {
    path: file,
    files: [],
    manifests: manifests.map((manifest, index) => ({ manifest, file, document: index + 1, lineOf: () => 1 })),
    skipped: [],
    lines: 0,
  };
}
