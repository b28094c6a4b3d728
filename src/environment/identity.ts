import type { NetworkPolicyEgressRule } from 'kubernetes-types/networking/v1';
import { late } from '../kubernetes/late';
import { Problems } from '../kubernetes/prop-error';
import { type Check, leaf, required } from '../kubernetes/shape';
import { awsRoleArn, azureId } from '../platform/cloud-ids';
import type { PlatformFacts } from '../platform/facts';

/** How pods prove to a cloud who they are. */
export type IdentityKind = 'aws-role' | 'eks-pod-identity' | 'google-service-account' | 'azure-client';

/** What a kind of identity needs of its cloud. */
const places: Readonly<Record<IdentityKind, { readonly platform: string; readonly write: string }>> = {
  'aws-role': { platform: 'eks', write: "Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse')" },
  'eks-pod-identity': { platform: 'eks', write: 'Identity.eksPodIdentity()' },
  'google-service-account': {
    platform: 'gke',
    write: "Identity.googleServiceAccount('clickhouse@my-project.iam.gserviceaccount.com')",
  },
  'azure-client': { platform: 'aks', write: "Identity.azureClient('11111111-2222-3333-4444-555555555555')" },
};

const tcp = (...ports: number[]) => ports.map((port) => ({ protocol: 'TCP', port }));

/**
 * Rights in a cloud, without any key. The cloud has to trust the ServiceAccount `clickhouse-<cluster>` of the namespace.
 *
 * ```ts
 * Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse');
 * Identity.googleServiceAccount('clickhouse@my-project.iam.gserviceaccount.com');
 * ```
 */
export class Identity {
  /**
   * A role of AWS, through the OIDC provider of the cluster (IRSA).
   * @throws PropError unless it is the ARN of a role
   */
  static awsRole(arn: string): Identity {
    demand('awsRole', 'arn', arn, awsRoleArn, 'be the ARN of a role', 'aws-role');
    return new Identity('aws-role', { 'eks.amazonaws.com/role-arn': arn });
  }

  /** A role of AWS that an association of EKS Pod Identity gives to the ServiceAccount. Needs ClickHouse 24.12. */
  static eksPodIdentity(): Identity {
    return new Identity('eks-pod-identity', {});
  }

  /**
   * A service account of Google Cloud (Workload Identity Federation for GKE).
   * @throws PropError unless it is its address
   */
  static googleServiceAccount(email: string): Identity {
    const address = /^[a-z][a-z0-9-]{4,28}[a-z0-9]@[a-z][a-z0-9.:-]*\.iam\.gserviceaccount\.com$/;
    demand(
      'googleServiceAccount',
      'email',
      email,
      address,
      'be the address of a service account',
      'google-service-account',
    );
    return new Identity('google-service-account', { 'iam.gke.io/gcp-service-account': email });
  }

  /**
   * A managed identity or application of Azure, through a federated credential (Workload Identity).
   * @param client its client id
   * @param tenant its tenant, where it is not that of the cluster
   * @throws PropError unless both are ids
   */
  static azureClient(client: string, tenant?: string): Identity {
    demand('azureClient', 'client', client, azureId, 'be a client id', 'azure-client');
    if (tenant !== undefined) demand('azureClient', 'tenant', tenant, azureId, 'be a tenant id', 'azure-client');
    return new Identity('azure-client', {
      'azure.workload.identity/client-id': client,
      ...(tenant !== undefined && { 'azure.workload.identity/tenant-id': tenant }),
    });
  }

  private constructor(
    /** Which cloud, and which of its ways. */
    readonly kind: IdentityKind,
    /** Annotations of the ServiceAccount. */
    readonly annotations: Readonly<Record<string, string>>,
  ) {}

  /** Labels that pods need. */
  get podLabels(): Readonly<Record<string, string>> {
    return this.kind === 'azure-client' ? { 'azure.workload.identity/use': 'true' } : {};
  }

  /** Where pods get their tokens from. Tokens of IRSA and Azure are exchanged at a public endpoint on port 443. */
  get egress(): readonly NetworkPolicyEgressRule[] {
    const to = (...cidrs: string[]) => cidrs.map((cidr) => ({ ipBlock: { cidr } }));
    if (this.kind === 'eks-pod-identity') return [{ to: to('169.254.170.23/32', 'fd00:ec2::23/128'), ports: tcp(80) }];
    if (this.kind === 'google-service-account')
      return [{ to: to('169.254.169.252/32', '169.254.169.254/32'), ports: tcp(80, 988) }];
    return [{ ports: tcp(443) }];
  }
}

/** Checks of an identity in props. */
export const identity: Check = leaf((value) => value instanceof Identity, {
  must: 'be an Identity',
  fix: `write ${places['aws-role'].write}.`,
});

/** Reports an identity of another cloud than that of the platform. Own platforms may offer any. */
export function checkIdentity(problems: Problems, { name }: PlatformFacts, given: Identity | undefined): void {
  if (given === undefined) return;
  const known = /^(minikube|kind|eks|gke|aks)/.exec(name)?.[1];
  if (known === undefined || places[given.kind].platform === known) return;
  const right = Object.values(places).find(({ platform }) => platform === known);
  problems.add({
    rule: 'identity/platform',
    prop: 'identity',
    must: right ? `be an identity of ${known}` : `be left out on ${name}, which gives pods no identity`,
    gotText: `Identity of ${places[given.kind].platform} (${given.kind})`,
    fix: right ? `write ${right.write}.` : 'give the keys of the object store as a Secret.',
  });
}

function demand(method: string, prop: string, value: unknown, pattern: RegExp, must: string, kind: IdentityKind): void {
  const problems = new Problems('Identity', method);
  const wrong = { rule: 'identity/value', must, fix: `write ${places[kind].write}.` };
  required(late(leaf((text) => typeof text === 'string' && pattern.test(text), wrong)), wrong)(value, prop, problems);
  problems.throwIfAny();
}
