import { Cluster } from '@pulumi/gcp/container/cluster.js';
import { CryptoKeyIAMMember } from '@pulumi/gcp/kms/cryptoKeyIAMMember.js';
import { ServiceIdentity } from '@pulumi/gcp/projects/serviceIdentity.js';
import * as pulumi from '@pulumi/pulumi';
import { child, type GkeContext } from './context';
import { kubeconfigOf } from './kubeconfig';
import type { GkeNetwork } from './network';
import { type NodeAccount, nodeConfig } from './nodes';

/** The cluster itself, without nodes. */
export interface ControlPlane {
  readonly cluster: pulumi.CustomResource;
  readonly id: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** Address of the API server: `https://...`. */
  readonly endpoint: pulumi.Output<string>;
  readonly kubeconfig: pulumi.Output<string>;
}

/** Makes the cluster. Its first pool is temporary: one small node, removed again before anything runs on it. */
export function controlPlane(
  context: GkeContext,
  network: GkeNetwork,
  account: NodeAccount,
  apis: readonly pulumi.Resource[],
): ControlPlane {
  const { name, project, region, zones, access, encryptionKey, protection } = context;
  const key = encryptionKey === undefined ? [] : [grantKey(context, encryptionKey, apis)];
  const cluster = new Cluster(
    name,
    {
      name,
      project,
      location: region,
      // Zones are those of node pools. Changing these here would move all pools, so they stay what they were.
      nodeLocations: zones.slice(0, 1),
      removeDefaultNodePool: true,
      initialNodeCount: 1,
      nodeConfig: { ...nodeConfig(account), machineType: 'e2-medium', diskType: 'pd-standard', diskSizeGb: 20 },
      network: network.network,
      subnetwork: network.subnetwork,
      networkingMode: 'VPC_NATIVE',
      ipAllocationPolicy: {
        clusterSecondaryRangeName: network.podsRange,
        servicesSecondaryRangeName: network.servicesRange,
      },
      // Dataplane V2 enforces NetworkPolicies; the platform says so to constructs.
      datapathProvider: 'ADVANCED_DATAPATH',
      privateClusterConfig: {
        enablePrivateNodes: true,
        ...(access.endpoint !== 'dns' && { enablePrivateEndpoint: access.endpoint === 'private' }),
      },
      ...endpoints(context),
      releaseChannel: { channel: context.releaseChannel },
      workloadIdentityConfig: { workloadPool: workloadPool(context) },
      addonsConfig: { gcePersistentDiskCsiDriverConfig: { enabled: true } },
      loggingConfig: {
        enableComponents: ['SYSTEM_COMPONENTS', ...(context.logs === 'workloads' ? ['WORKLOADS'] : [])],
      },
      // Collectors of the managed Prometheus would run on every node of a database.
      monitoringConfig: { enableComponents: ['SYSTEM_COMPONENTS'], managedPrometheus: { enabled: false } },
      enableShieldedNodes: true,
      ...(encryptionKey !== undefined && { databaseEncryption: { state: 'ENCRYPTED', keyName: encryptionKey } }),
      deletionProtection: protection.deletionProtection,
    },
    {
      ...child(context, ...apis, ...account.roles, ...key),
      // What describes the temporary pool is answered for other pools later, and would replace the cluster.
      ignoreChanges: ['nodeConfig', 'nodeLocations', 'initialNodeCount'],
      customTimeouts: { create: '40m', update: '60m', delete: '40m' },
    },
  );
  return {
    cluster,
    id: cluster.id,
    name: cluster.name,
    ...kubeconfigOf(name, access.endpoint, cluster),
  };
}

/** The pool of identities of the project, which all of its clusters share. */
export function workloadPool({ project }: Pick<GkeContext, 'project'>): pulumi.Output<string> {
  return pulumi.interpolate`${project}.svc.id.goog`;
}

function endpoints({ access: { endpoint, allow } }: GkeContext) {
  const byName = endpoint === 'dns';
  return {
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: byName },
      ipEndpointsConfig: { enabled: !byName },
    },
    ...(!byName && {
      masterAuthorizedNetworksConfig: {
        gcpPublicCidrsAccessEnabled: false,
        cidrBlocks: allow.map((cidrBlock) => ({ cidrBlock })),
      },
    }),
  };
}

/** GKE encrypts with the key as its own service agent, which a new project does not have yet. */
function grantKey(
  context: GkeContext,
  cryptoKeyId: pulumi.Input<string>,
  apis: readonly pulumi.Resource[],
): pulumi.Resource {
  const { name, project } = context;
  const agent = new ServiceIdentity(
    `${name}-agent`,
    { project, service: 'container.googleapis.com' },
    child(context, ...apis),
  );
  return new CryptoKeyIAMMember(
    `${name}-encryption`,
    { cryptoKeyId, role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter', member: agent.member },
    child(context),
  );
}
