import type { Provider } from '@pulumi/kubernetes/provider';
import * as pulumi from '@pulumi/pulumi';
import type { ApiObject, App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Manifest } from '../../kubernetes/manifest';
import { kubeconfigOf } from '../clusters/kubernetes-cluster';
import { missingNodes } from '../clusters/missing-nodes';
import { withoutStack } from '../without-stack';
import { demandOpenWindow } from './change-window';
import { checkArgs } from './check-args';
import { type Gates, gatesOf, isMocked } from './gates';
import type { ManifestResource, Status } from './manifest-resource';
import { register } from './register';
import { renderProgram } from './render-program';

/** Options of {@link Cdk8sApp}. */
export interface Cdk8sAppArgs<T = unknown> {
  /** Where the objects go. There is no default: the current context of kubectl may be anything. */
  readonly provider: Provider;
  /**
   * The program: constructs of anyhouse, of cdk8s, of anybody, the same as for `app.synth()`. It runs at once, also in a
   * preview, so that every object is shown; Outputs enter it by `asString` and `asQuantity`.
   */
  readonly build: (app: App) => T;
  /**
   * Minutes to wait for each Keeper and ClickHouse installation until its pods are ready and its operator is done;
   * `'none'` does not wait. What comes after an installation waits for it. Deployments, Jobs and Services are waited for
   * by the provider.
   * @default 30, or 'none' where the kubeconfig is not known, and under mocks
   */
  readonly waitMinutes?: number | 'none';
  /** How to look at the cluster while waiting. @default - that of the cluster that made the provider */
  readonly kubeconfig?: pulumi.Input<string>;
  /**
   * Why production data may be deleted. Objects that hold data in production are protected and survive a destroy;
   * with a reason they do not. Deploy this before you destroy.
   * @default - it may not
   */
  readonly allowDeletion?: string;
  /** Former names of an object, by its construct path, such as `{ name: 'old:analytics/keeper/installation' }`. @default - none */
  readonly aliases?: (path: string) => readonly pulumi.Input<pulumi.URN | pulumi.Alias>[];
  /** Last changes to an object or its options, by its construct path: return what differs, or nothing. @default - none */
  readonly transform?: (
    path: string,
    args: Manifest,
    opts: pulumi.CustomResourceOptions,
  ) => { readonly args?: Manifest; readonly opts?: pulumi.CustomResourceOptions } | undefined;
}

/**
 * Brings a cdk8s program to a cluster through Pulumi: one resource for each object, so that a preview shows every one of
 * them, and only the fields as unknown that are.
 *
 * ```ts
 * const app = new Cdk8sApp('analytics', { provider: eks.provider, build: (app) => analytics(app, eks.platform) });
 * export const status = app.statusOf(app.result);
 * ```
 */
export class Cdk8sApp<T = unknown> extends pulumi.ComponentResource {
  /** What `build` returned: constructs with their hosts and endpoints. */
  readonly result: T;
  /** Every object by the path of its construct: `analytics/keeper/installation`. */
  readonly resources: ReadonlyMap<string, ManifestResource>;
  /** Paths of the installations, once all of them are ready. A preview does not wait. */
  readonly ready: pulumi.Output<readonly string[]>;
  private readonly byObject: ReadonlyMap<ApiObject, ManifestResource>;
  private readonly gates: Gates;
  private readonly name: string;

  /** @throws PropError, or an Error with the findings, when the program is refused */
  constructor(name: string, args: Cdk8sAppArgs<T>, opts: pulumi.ComponentResourceOptions = {}) {
    checkArgs(name, args, opts);
    super('anyhouse:pulumi:Cdk8sApp', name, {}, { ...opts, provider: undefined, providers: [args.provider] });
    const { result, objects } = renderProgram(args.build, (severity, finding) => {
      void pulumi.log[severity === 'warning' ? 'warn' : 'info'](finding, this);
    });
    const manifests = objects.map(({ manifest }) => manifest);
    if (!isMocked()) demandOpenWindow(manifests, new Date(), this);
    for (const missing of missingNodes(args.provider, manifests)) void pulumi.log.warn(missing, this);
    const kubeconfig = args.kubeconfig ?? kubeconfigOf(args.provider);
    this.gates = gatesOf(name, { waitMinutes: args.waitMinutes, kubeconfig }, this);
    this.name = name;
    this.result = result;
    this.byObject = register(objects, { name, parent: this, args, protect: opts.protect, gates: this.gates });
    this.resources = new Map([...this.byObject].map(([object, resource]) => [object.node.path, resource]));
    this.ready = this.gates.ready();
    this.registerOutputs({ ready: this.ready });
  }

  /**
   * The resource of an object.
   * @param where the path of its construct, or a construct that makes one object, or one installation
   * @throws Error when there is no such object, or several
   */
  resourceOf(where: string | IConstruct): ManifestResource {
    if (typeof where === 'string') {
      const found = this.resources.get(where);
      if (found) return found;
      throw withoutStack(
        new Error(
          `Cdk8sApp '${this.name}': there is no object '${where}'. There is ${[...this.resources.keys()].join(', ')}.`,
        ),
      );
    }
    const inside = [...this.byObject].filter(([object]) => object.node.scopes.includes(where));
    const installations = inside.filter(([{ kind }]) => kind.startsWith('ClickHouse'));
    const [first, ...others] = installations.length > 0 ? installations : inside;
    if (first && others.length === 0) return first[1];
    const what = first ? `${others.length + 1} objects: name one by its path` : 'no object';
    throw withoutStack(new Error(`Cdk8sApp '${this.name}': '${where.node.path}' has ${what}.`));
  }

  /** What the cluster says about an object, such as the version and endpoint of an installation. Throws as {@link resourceOf}. */
  statusOf(where: string | IConstruct): pulumi.Output<Status | undefined> {
    return this.gates.statusOf(this.resourceOf(where));
  }
}
