import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkAtSynth } from '../checks/synth';
import { ApiObject } from '../kubernetes/api-object';
import type { Manifest } from '../kubernetes/manifest';
import type { Monitoring } from '../monitoring/monitoring';
import type { Platform } from '../platform/platform';
import type { Issuer } from './issuers/issuer';
import { Operator } from './operator';
import type { OperatorAlertOptions } from './operator-alert-options';
import type { VolumeAttributes } from './volume-attributes';

/** Options of {@link ClusterServices}. */
export interface ClusterServicesProps {
  /** Which Kubernetes cluster. */
  readonly platform: Platform;
  /** The ClickHouse operator. @default Operator.existing() */
  readonly operator?: Operator;
  /** Whether the StorageClass of databases is created. @default - 'create' where the platform describes one */
  readonly storageClass?: 'create' | 'existing';
  /**
   * Speeds of volumes, as VolumeAttributesClasses (Kubernetes 1.34) that `storage.attributesClass` of clusters names. A
   * laptop gets none.
   * @default - none
   */
  readonly volumeAttributes?: Readonly<Record<string, VolumeAttributes>>;
  /**
   * ClusterIssuers of cert-manager, by name: `{ letsencrypt: Issuer.acme({ ... }) }`. Their Secrets lie in the namespace
   * of cert-manager (`--cluster-resource-namespace`). Certificates refer to them as
   * `{ name: 'letsencrypt', kind: 'ClusterIssuer' }`.
   * @default - none
   */
  readonly issuers?: Readonly<Record<string, Issuer>>;
  /**
   * Who looks at the metrics of the operator and raises alerts. It has to reach ports 8888 and 9999 of its pods.
   * @default - nobody: clusters need not have the kinds of prometheus-operator
   */
  readonly monitoring?: Monitoring;
  /** When alerts of the operator are raised, where there is `monitoring`. @default - see {@link OperatorAlertOptions} */
  readonly alerts?: OperatorAlertOptions;
  /** Labels for all objects. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** GitOps tool that applies these objects; protects them from being pruned. @default - no marks */
  readonly gitops?: 'argocd' | 'flux';
}

const parts = () => require('./parts') as typeof import('./parts');

const servicesSymbol = Symbol.for('anyhouse.ClusterServices');

/**
 * What a Kubernetes cluster has once, however many environments it holds: the StorageClass of databases, the operator.
 * Apart from environments, so that removing one of them cannot take the others' ground away.
 */
export class ClusterServices extends Chart {
  /** Whether a value is a ClusterServices. `instanceof` would accept any Chart: cdk8s redefines it. */
  static isClusterServices(value: unknown): value is ClusterServices {
    return typeof value === 'object' && value !== null && servicesSymbol in value;
  }

  /** The services that a program declares for a cluster. */
  static find(scope: Construct, platform: Platform): ClusterServices | undefined {
    return scope.node.root.node.children
      .filter((child) => ClusterServices.isClusterServices(child))
      .find((services) => services.platform.facts.cluster === platform?.facts?.cluster);
  }

  /** Which Kubernetes cluster. */
  readonly platform: Platform;
  /** The ClickHouse operator. */
  readonly operator: Operator;
  /** GitOps tool that applies these objects. */
  readonly gitops?: 'argocd' | 'flux';

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, given: ClusterServicesProps) {
    const part = parts();
    part.checkServices(id, given);
    super(scope, id, { labels: { ...given.labels }, disableResourceNameHashes: true });
    Object.defineProperty(this, servicesSymbol, { value: true });
    this.platform = given.platform;
    this.operator = given.operator ?? Operator.existing();
    this.gitops = given.gitops;

    const origin = { thing: 'ClusterServices', path: this.node.path, props: {} };
    const storageClass =
      given.storageClass === 'existing'
        ? undefined
        : part.renderStorageClass(given.platform.facts.storage, given.gitops);
    if (storageClass) new ApiObject(this, 'storage-class', storageClass, { origin });
    for (const manifest of part.renderVolumeAttributes(given.platform.facts, given.volumeAttributes, given.gitops)) {
      new ApiObject(this, `volume-attributes-${manifest.metadata.name}`, manifest, { origin });
    }
    for (const manifest of part.renderClusterIssuers(given.issuers, given.gitops)) {
      new ApiObject(this, `issuer-${manifest.metadata.name}`, manifest, { origin });
    }
    for (const manifest of operatorObjects(this.operator)) {
      new ApiObject(this, `operator-${manifest.kind.toLowerCase()}`, manifest, { origin });
    }
    for (const manifest of monitors(this.operator, given)) {
      new ApiObject(this, `operator-${manifest.kind.toLowerCase()}`, manifest, { origin });
    }
    checkAtSynth(this, given.platform.facts.cluster);
  }
}

/** Most operators are there already, so the file is loaded for the others only. */
function operatorObjects(operator: Operator): readonly Manifest[] {
  if (operator.install === 'existing') return [];
  return (require('./render-operator') as typeof import('./render-operator')).renderOperator(operator);
}

/** Few programs look at the operator, so the file is loaded for those only. */
function monitors(operator: Operator, { monitoring, alerts, gitops }: ClusterServicesProps): readonly Manifest[] {
  if (!monitoring) return [];
  const part = require('./render-operator-monitoring') as typeof import('./render-operator-monitoring');
  return part.renderOperatorMonitoring({ operator, monitoring: monitoring.resolved, alerts, gitops });
}
