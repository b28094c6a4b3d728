import * as pulumi from '@pulumi/pulumi';
import type { Manifest } from '../../kubernetes/manifest';

/** What a cluster says about an object. */
export type Status = Readonly<Record<string, unknown>>;

/**
 * A Kubernetes object, whatever its kind, as a resource of Pulumi. One class covers all kinds: the token is that of the
 * typed classes of `@pulumi/kubernetes`, so that either can take over from the other.
 */
export class ManifestResource extends pulumi.CustomResource {
  /** What the cluster says about it. Of installations: what the operator wrote when it was last looked at. */
  declare readonly status: pulumi.Output<Status | undefined>;
  /** Name, namespace, labels, annotations, as the cluster has them. */
  declare readonly metadata: pulumi.Output<Status>;

  /** @internal */
  constructor(name: string, manifest: Manifest, opts: pulumi.CustomResourceOptions) {
    const { apiVersion, kind } = manifest;
    // The core group has no name in manifests, and one in tokens: the provider refuses `kubernetes:v1:Secret`.
    const groupVersion = apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`;
    const secret = apiVersion === 'v1' && kind === 'Secret';
    super(
      `kubernetes:${groupVersion}:${kind}`,
      name,
      // A property that is named here becomes an Output, even when nothing is asked for.
      { status: undefined, ...(secret ? withSecretData(manifest) : manifest) },
      pulumi.mergeOptions(opts, {
        version: providerVersion(),
        ...(secret && { additionalSecretOutputs: ['data', 'stringData'] }),
      }),
    );
  }
}

function withSecretData(manifest: Manifest): pulumi.Inputs {
  const { data, stringData, ...rest } = manifest;
  return {
    ...rest,
    ...(data !== undefined && { data: pulumi.secret(data) }),
    ...(stringData !== undefined && { stringData: pulumi.secret(stringData) }),
  };
}

let version: string | undefined;

/** The npm package decides which release of the plugin is asked for. */
function providerVersion(): string {
  version ??= (require('@pulumi/kubernetes/package.json') as { version: string }).version;
  return version;
}
