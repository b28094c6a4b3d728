import { Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { NetworkPolicyEgressRule } from 'kubernetes-types/networking/v1';
import { type Acknowledge, acknowledgeSymbol } from '../checks/acknowledge';
import { type Acknowledgement, contextAnnotation, printContext } from '../checks/context';
import { checkAtSynth } from '../checks/synth';
import { ApiObject } from '../kubernetes/api-object';
import type { Manifest } from '../kubernetes/manifest';
import { PropError } from '../kubernetes/prop-error';
import { ClusterServices } from '../services/cluster-services';
import { DeliveryNotes } from './delivery';
import type { EnvironmentProps, ResolvedEnvironment } from './options';

const parts = () => require('./parts') as typeof import('./parts');

const environmentSymbol = Symbol.for('anyhouse.Environment');

/**
 * One namespace on one platform, closed by default: Pod Security, default deny, three Roles.
 * Keepers and ClickHouse clusters are created inside it.
 */
export class Environment extends Chart {
  /** Whether a value is an Environment. `instanceof` would accept any Chart: cdk8s redefines it. */
  static isEnvironment(value: unknown): value is Environment {
    return typeof value === 'object' && value !== null && environmentSymbol in value;
  }

  /**
   * The environment that a construct stands in.
   * @throws PropError when it stands in none
   */
  static of(construct: IConstruct): Environment {
    const environment = construct.node.scopes.find((scope) => Environment.isEnvironment(scope));
    if (!environment) {
      throw new PropError(construct.constructor.name, construct.node.path, [
        {
          rule: 'environment/missing',
          prop: '',
          must: 'stand inside an Environment',
          got: construct.node.scope ? `scope '${construct.node.scope.node.path}'` : 'no scope',
          fix: "create it with an Environment as first argument: new Keeper(environment, 'keeper').",
        },
      ]);
    }
    return environment as Environment;
  }

  /**
   * All defaults applied. Plain data.
   * @internal
   */
  readonly resolved: ResolvedEnvironment;
  /**
   * What those who deliver this environment have to know: fields that others own, times that gate delivery.
   * @internal
   */
  readonly delivery = new DeliveryNotes();
  private readonly acknowledged: Acknowledgement[] = [];
  private readonly contextCarrier: ApiObject;
  private readonly serverNames = new Set<string>();

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: EnvironmentProps) {
    const path = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
    const part = parts();
    const resolved = part.resolveEnvironment(path, id, props, ClusterServices.find(scope, props?.platform)?.operator);
    super(scope, id, {
      namespace: resolved.namespace,
      labels: { ...resolved.labels },
      disableResourceNameHashes: true,
    });
    Object.defineProperty(this, environmentSymbol, { value: true });
    this.resolved = resolved;

    const origin = { thing: 'Environment', path, props: originProps };
    const emitted = part
      .renderEnvironment(resolved)
      .map((manifest) => new ApiObject(this, idOf(manifest), manifest, { origin }));
    this.contextCarrier = emitted[0] as ApiObject;
    // Rendered late: clusters add the names that they are exposed under.
    if (part.renderServerCertificate(resolved, this.serverNames))
      new ApiObject(
        this,
        'server-certificate',
        () => part.renderServerCertificate(resolved, this.serverNames) as Manifest,
        {
          origin,
        },
      );
    this.acknowledge(resolved.acknowledge);
    checkAtSynth(this, resolved.platform.cluster);
  }

  /** Egress rules that pods need for DNS: none where a policy for the whole namespace grants it already. */
  get dnsEgress(): readonly NetworkPolicyEgressRule[] {
    return this.resolved.createsNamespace ? [] : [parts().dnsEgress(this.resolved.platform.dns)];
  }

  /**
   * Puts a name on the certificate of the servers.
   * @internal constructs pass on the names under which they are exposed
   */
  addServerName(name: string): void {
    this.serverNames.add(name);
  }

  /**
   * Silences rules, for one object or for the whole environment.
   * @internal constructs pass on their own `acknowledge`
   */
  acknowledge(entries: Acknowledge | undefined, ...objects: readonly Pick<Manifest, 'kind' | 'metadata'>[]): void {
    const [object, ...further] = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    for (const [rule, reason] of Object.entries(entries ?? {})) {
      this.acknowledged.push({ rule, reason, ...(object && { object }), ...(further.length > 0 && { further }) });
    }
    this.contextCarrier.metadata.addAnnotation(contextAnnotation, this.printedContext());
  }

  /** @internal */
  [acknowledgeSymbol](entries: Acknowledge, object: Manifest): void {
    this.acknowledge(entries, object);
  }

  private printedContext(): string {
    const { platform, stage, operator } = this.resolved;
    const { version, namespace, watches } = operator;
    return printContext({
      platform: platform.name,
      cluster: platform.cluster,
      stage,
      zones: platform.zones,
      networkPolicy: platform.networkPolicy,
      operator: { version, namespace, watches },
      ...(this.acknowledged.length > 0 && { acknowledged: this.acknowledged }),
    });
  }
}

/** Which prop made which part of the objects. */
const originProps = {
  '/metadata/annotations': 'acknowledge',
  '/metadata/labels': 'podSecurity',
  '/metadata/name': 'namespace',
  '/spec/acme': 'issuers',
  '/spec/dnsNames': 'tls',
  '/spec/issuerRef': 'tls',
};

function idOf({ kind, metadata }: Manifest): string {
  return kind === 'Namespace' ? 'namespace' : `${kind.toLowerCase()}-${metadata.name}`;
}
