import { given } from '../kubernetes/given';
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
import { checkPools } from './pools';
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
    return Platform.made('eks', options, cloudShape(awsSpelling, { mode: oneOf(['standard', 'auto']) }), eksFacts);
  }

  /**
   * Google GKE.
   * @throws PropError when a zone does not lie in the region
   */
  static gke(options: GkeOptions): Platform {
    const disk = oneOf(['pd-ssd', 'pd-balanced', 'hyperdisk-balanced']);
    return Platform.made('gke', options, cloudShape(googleSpelling, { disk }), gkeFacts);
  }

  /**
   * Azure AKS. Zones are written as the label of nodes spells them: `westeurope-1`.
   * @throws PropError when a zone does not lie in the region
   */
  static aks(options: AksOptions): Platform {
    const disk = oneOf(['Premium_LRS', 'PremiumV2_LRS', 'StandardSSD_LRS']);
    return Platform.made('aks', options, cloudShape(azureSpelling, { disk }), aksFacts);
  }

  /**
   * Kubernetes on OpenStack, with Cinder volumes and Octavia load balancers.
   * @throws PropError naming every wrong option
   */
  static openstack(options: OpenStackOptions): Platform {
    return Platform.made('openstack', options, openStackShape, openStackFacts);
  }

  /**
   * Machines of one's own, with MetalLB, Cilium or kube-vip.
   * @throws PropError naming every wrong option
   */
  static bareMetal(options: BareMetalOptions): Platform {
    return Platform.made('bareMetal', options, bareMetalShape, bareMetalFacts);
  }

  /**
   * Any other Kubernetes. Assumes production, no zones, and nothing about NetworkPolicies.
   * @throws PropError naming every wrong option
   */
  static custom(options: CustomPlatformOptions): Platform {
    return Platform.made('custom', options, customShape, customFacts);
  }

  /** A platform of checked options. */
  private static made<T>(name: string, options: T, shape: Check, factsOf: (options: T) => PlatformFacts): Platform {
    const problems = new Problems('Platform', name);
    problems.check(shape, options);
    problems.throwIfAny();
    const facts = factsOf(options);
    checkPools(problems, facts);
    problems.throwIfAny();
    return new Platform(facts);
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
    return Platform.made(this.name, overrides, overridesShape, () => ({ ...this.facts, ...given(overrides) }));
  }
}

function customFacts(options: CustomPlatformOptions): PlatformFacts {
  return {
    cluster: options.name,
    zones: [],
    stage: 'production',
    size: 'cloud',
    networkPolicy: 'unknown',
    dns: [clusterDns],
    ...given(options),
  };
}
