import type { LabelSelector, LabelSelectorRequirement } from 'kubernetes-types/meta/v1';
import type { IPBlock, NetworkPolicyPeer } from 'kubernetes-types/networking/v1';
import {
  all,
  type Check,
  cidr,
  flag,
  labels,
  leaf,
  line,
  listOf,
  mapOf,
  objectName,
  oneOf,
  required,
  shape,
} from '../kubernetes/shape';
import type { NetworkPolicyEnforcement, PlatformStorage, Stage } from './facts';

/** Options of a platform in a public cloud. */
export interface CloudOptions {
  /** Region of the cloud: `eu-west-1`, `europe-west4`. */
  readonly region: string;
  /** Zones that the nodes stand in. Their order decides where replicas go: add new ones at the end only. */
  readonly zones: readonly string[];
  /** Name of the Kubernetes cluster, to tell several of one cloud apart. @default - the name of the platform */
  readonly cluster?: string;
  /** Whether NetworkPolicies are enforced; `anyhouse doctor` finds out. @default 'unknown' */
  readonly networkPolicy?: NetworkPolicyEnforcement;
}

/** Options of `Platform.gke`. */
export interface GkeOptions extends CloudOptions {
  /**
   * Type of disk. Newer machine series take hyperdisks only.
   * @default 'pd-ssd'
   * @see https://cloud.google.com/compute/docs/disks/hyperdisks
   */
  readonly disk?: 'pd-ssd' | 'pd-balanced' | 'hyperdisk-balanced';
}

/** What `Platform.with` can change. */
export interface PlatformOverrides {
  /** Name of the Kubernetes cluster, to tell several of one kind apart. */
  readonly cluster?: string;
  /** Zones that the nodes stand in; none for a platform without. */
  readonly zones?: readonly string[];
  /** Default stage of environments. */
  readonly stage?: Stage;
  /** The disk that databases get unless told otherwise. */
  readonly storage?: PlatformStorage;
  /** Whether NetworkPolicies are enforced. */
  readonly networkPolicy?: NetworkPolicyEnforcement;
  /** Who answers DNS queries of pods, as peers of a NetworkPolicy. */
  readonly dns?: readonly NetworkPolicyPeer[];
}

/** Options of `Platform.custom`. */
export interface CustomPlatformOptions extends PlatformOverrides {
  /** Name of the platform, used in reports. */
  readonly name: string;
  readonly storage: PlatformStorage;
}

const zoneNames = listOf(
  leaf((zone) => typeof zone === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(zone), {
    rule: 'platform/zone',
    must: 'be the value of the zone label of nodes',
    fix: 'write a zone such as "eu-west-1a"; `kubectl get nodes -L topology.kubernetes.io/zone` shows them.',
  }),
);

const storage: Check = shape<PlatformStorage>({
  className: required(objectName, { must: 'name a StorageClass', fix: "write className: 'gp3'." }),
  expandable: required(flag, { must: 'say whether volumes can grow', fix: 'copy allowVolumeExpansion of the class.' }),
  create: shape({
    provisioner: required(line, { must: 'name a CSI driver', fix: "write provisioner: 'ebs.csi.aws.com'." }),
    parameters: mapOf(line, line),
    volumeBindingMode: required(oneOf(['WaitForFirstConsumer', 'Immediate']), {
      must: 'be "WaitForFirstConsumer" or "Immediate"',
      fix: "write volumeBindingMode: 'WaitForFirstConsumer'.",
    }),
  }),
});

const selector: Check = shape<LabelSelector>({
  matchLabels: labels,
  matchExpressions: listOf(
    shape<LabelSelectorRequirement>({
      key: required(line, { must: 'name a label', fix: "write key: 'app'." }),
      operator: required(oneOf(['Exists', 'DoesNotExist', 'In', 'NotIn']), {
        must: 'be "Exists", "DoesNotExist", "In" or "NotIn"',
        fix: "write operator: 'Exists'.",
      }),
      values: listOf(line),
    }),
  ),
});

/** A peer names pods or addresses, never both, and never nothing: that would be everybody. */
const networkPeer: Check = all(
  shape<NetworkPolicyPeer>({
    ipBlock: shape<IPBlock>({
      cidr: required(cidr, { must: 'be an address range', fix: "write cidr: '169.254.20.10/32'." }),
      except: listOf(cidr),
    }),
    namespaceSelector: selector,
    podSelector: selector,
  }),
  leaf(
    (peer) => {
      const { ipBlock, namespaceSelector, podSelector } = peer as NetworkPolicyPeer;
      return (ipBlock !== undefined) !== (namespaceSelector !== undefined || podSelector !== undefined);
    },
    {
      must: 'name either pods or an address range',
      fix: "write { podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }, or { ipBlock: { cidr: '169.254.20.10/32' } }.",
    },
  ),
);

const overrides = {
  cluster: line,
  zones: zoneNames,
  stage: oneOf(['development', 'production']),
  storage,
  networkPolicy: oneOf(['enforced', 'off', 'unknown']),
  dns: listOf(networkPeer),
};

/** Checks of {@link PlatformOverrides}. */
export const overridesShape: Check = shape<PlatformOverrides>(overrides);

/** Checks of {@link CustomPlatformOptions}. */
export const customShape: Check = shape<CustomPlatformOptions>({
  ...overrides,
  name: required(objectName, { must: 'name the platform', fix: "write name: 'on-premises'." }),
  storage: required(storage, {
    must: 'name the StorageClass of databases',
    fix: 'write storage: { className, expandable }.',
  }),
});

/** How a cloud spells regions and zones. */
interface CloudSpelling {
  readonly region: RegExp;
  readonly example: string;
  /** Whether a zone lies in a region. */
  readonly zoneIn: (region: string, zone: string) => boolean;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html */
export const awsSpelling: CloudSpelling = {
  region: /^[a-z]{2,}(-[a-z]+)+-\d$/,
  example: 'eu-west-1',
  // Local Zones append a place to the region: us-west-2-lax-1a.
  zoneIn: (region, zone) => zone.startsWith(region) && /^(-[a-z]+-\d)?[a-z]$/.test(zone.slice(region.length)),
};

/** @see https://cloud.google.com/compute/docs/regions-zones */
export const googleSpelling: CloudSpelling = {
  region: /^[a-z]+-[a-z]+\d+$/,
  example: 'europe-west4',
  zoneIn: (region, zone) => zone.startsWith(`${region}-`) && /^[a-z]$/.test(zone.slice(region.length + 1)),
};

/** Checks of the options of a cloud. */
export function cloudShape(spelling: CloudSpelling, more: Readonly<Record<string, Check>> = {}): Check {
  return (value, prop, problems) => {
    shape<CloudOptions>({
      region: required(
        leaf((region) => typeof region === 'string' && spelling.region.test(region), {
          rule: 'platform/region',
          must: `be a region such as "${spelling.example}"`,
          fix: `write region: '${spelling.example}'; a zone has one letter more.`,
        }),
        { must: 'name the region', fix: `write region: '${spelling.example}'.` },
      ),
      zones: required(
        listOf(
          leaf((zone) => typeof zone === 'string', { must: 'be text', fix: 'write a zone.' }),
          { least: 1, fix: 'list the zones that the node pools stand in.' },
        ),
        { must: 'list the zones of the nodes', fix: 'list the zones that the node pools stand in.' },
      ),
      cluster: line,
      networkPolicy: oneOf(['enforced', 'off', 'unknown']),
      ...more,
    })(value, prop, problems);
    if (problems.has('region') || problems.has('zones') || problems.has('')) return;
    const { region, zones } = value as CloudOptions;
    for (const [index, zone] of zones.entries()) {
      if (!spelling.zoneIn(region, zone)) {
        problems.add({
          rule: 'platform/zone',
          prop: `zones[${index}]`,
          must: `be a zone of ${region}`,
          got: zone,
          fix: `write a zone such as "${zoneExample(region, spelling)}".`,
        });
      } else if (zones.indexOf(zone) !== index) {
        problems.add({
          rule: 'platform/zone',
          prop: `zones[${index}]`,
          must: 'be listed once',
          got: zone,
          fix: 'remove it.',
        });
      }
    }
  };
}

function zoneExample(region: string, spelling: CloudSpelling): string {
  return spelling.zoneIn(region, `${region}-a`) ? `${region}-a` : `${region}a`;
}
