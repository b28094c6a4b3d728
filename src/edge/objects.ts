import type { ResolvedEnvironment } from '../environment/options';
import { gitopsAnnotations } from '../kubernetes/gitops';
import type { Manifest, ManifestOf } from '../kubernetes/manifest';

/** What tells an object of a gateway from others. */
export interface ObjectOptions {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Namespace. @default - that of the environment */
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** When GitOps tools apply it. @default 'access' */
  readonly wave?: 'access' | 'workload';
}

/** An object of a gateway: nothing of it holds data. */
export function edgeObject<Body extends object>(
  { namespace, gitops }: ResolvedEnvironment,
  { wave = 'access', ...options }: ObjectOptions,
  body: Body,
): Manifest & Body {
  const annotations = { ...gitopsAnnotations(gitops, wave, 'replaceable'), ...options.annotations };
  return {
    apiVersion: options.apiVersion,
    kind: options.kind,
    metadata: {
      name: options.name,
      namespace: options.namespace ?? namespace,
      ...(options.labels && Object.keys(options.labels).length > 0 && { labels: options.labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    ...body,
  };
}

/** The same with a specification. */
export function edgeObjectOf<Spec>(
  environment: ResolvedEnvironment,
  options: ObjectOptions,
  spec: Spec,
): ManifestOf<Spec> {
  return edgeObject(environment, options, { spec });
}
