import { Problems } from '../kubernetes/prop-error';
import { type Check, oneOf } from '../kubernetes/shape';
import { aksFacts } from './aks';
import { bareMetalFacts } from './bare-metal';
import { awsSpelling, azureSpelling, cloudShape, googleSpelling } from './cloud-shape';
import { eksFacts } from './eks';
import { clusterDns, type PlatformFacts } from './facts';
import { gkeFacts } from './gke';
import { kind } from './kind';
import { minikube } from './minikube';
import { openStackFacts } from './openstack';
import type {
  AksOptions,
  BareMetalOptions,
  CustomPlatformOptions,
  EksOptions,
  GkeOptions,
  OpenStackOptions,
  PlatformOverrides,
} from './options';
import { bareMetalShape, customShape, openStackShape, overridesShape } from './shapes';

/**
 * Where an environment runs. An immutable value; the only thing that changes when a definition moves.
 *
 * ```ts
 * Platform.minikube();
 * Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });
 * Platform.gke({ region: 'europe-west4', zones: ['europe-west4-a', 'europe-west4-b', 'europe-west4-c'] });
 * Platform.bareMetal({ loadBalancer: 'metallb', storage: { className: 'ceph', expandable: true } });
 * ```
 */
export class Platform {
  /** minikube on a laptop: development defaults, no zones, nothing that needs a cloud. */
  static minikube(): Platform {
    return new Platform(minikube);
  }

  /** kind on a laptop: development defaults, no zones, nothing that needs a cloud. */
  static kind(): Platform {
    return new Platform(kind);
  }

  /**
   * Amazon EKS; `mode: 'auto'` for clusters in Auto Mode.
   * @throws PropError when a zone does not lie in the region
   */
  static eks(options: EksOptions): Platform {
    check('eks', options, cloudShape(awsSpelling, { mode: oneOf(['standard', 'auto']) }));
    return new Platform(eksFacts(options));
  }

  /**
   * Google GKE.
   * @throws PropError when a zone does not lie in the region
   */
  static gke(options: GkeOptions): Platform {
    const disk = oneOf(['pd-ssd', 'pd-balanced', 'hyperdisk-balanced']);
    check('gke', options, cloudShape(googleSpelling, { disk }));
    return new Platform(gkeFacts(options));
  }

  /**
   * Azure AKS. Zones are written as the label of nodes spells them: `westeurope-1`.
   * @throws PropError when a zone does not lie in the region
   */
  static aks(options: AksOptions): Platform {
    const disk = oneOf(['Premium_LRS', 'PremiumV2_LRS', 'StandardSSD_LRS']);
    check('aks', options, cloudShape(azureSpelling, { disk }));
    return new Platform(aksFacts(options));
  }

  /**
   * Kubernetes on OpenStack, with Cinder volumes and Octavia load balancers.
   * @throws PropError naming every wrong option
   */
  static openstack(options: OpenStackOptions): Platform {
    check('openstack', options, openStackShape);
    return new Platform(openStackFacts(options));
  }

  /**
   * Machines of one's own, with MetalLB, Cilium or kube-vip.
   * @throws PropError naming every wrong option
   */
  static bareMetal(options: BareMetalOptions): Platform {
    check('bareMetal', options, bareMetalShape);
    return new Platform(bareMetalFacts(options));
  }

  /**
   * Any other Kubernetes. Assumes production, no zones, and nothing about NetworkPolicies.
   * @throws PropError naming every wrong option
   */
  static custom(options: CustomPlatformOptions): Platform {
    check('custom', options, customShape);
    return new Platform({
      cluster: options.name,
      zones: [],
      stage: 'production',
      size: 'cloud',
      networkPolicy: 'unknown',
      dns: [clusterDns],
      ...set(options),
    });
  }

  private constructor(
    /** What is known about the place. Plain data, never to be changed. */
    readonly facts: PlatformFacts,
  ) {}

  /** Name of the platform: `eks`. */
  get name(): string {
    return this.facts.name;
  }

  /** Zones that the nodes stand in; empty where there are none. */
  get zones(): readonly string[] {
    return this.facts.zones;
  }

  /**
   * The same platform with some facts replaced.
   * @throws PropError naming every wrong override
   */
  with(overrides: PlatformOverrides): Platform {
    check(this.name, overrides, overridesShape);
    return new Platform({ ...this.facts, ...set(overrides) });
  }
}

/** What is set: an option that is there and undefined leaves the default. */
function set<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}

function check(name: string, options: unknown, shape: Check): void {
  const problems = new Problems('Platform', name);
  problems.check(shape, options);
  problems.throwIfAny();
}
