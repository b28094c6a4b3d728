/** What every solver may have. */
export interface SolverOptions {
  /**
   * Zones whose names it solves, with everything below them. Where several solvers match, the longest zone wins.
   * @default - all names that no other solver matches
   */
  readonly zones?: readonly string[];
  /**
   * `follow` writes the record where a CNAME of `_acme-challenge.<name>` leads. cert-manager then needs no rights in
   * the zone of the name itself.
   * @default 'none'
   */
  readonly cnameStrategy?: 'none' | 'follow';
}

/**
 * A key of a Secret. A ClusterIssuer reads it from the namespace of cert-manager (its `--cluster-resource-namespace`),
 * an Issuer from its own.
 */
export interface IssuerSecretKey {
  /** Name of the Secret. */
  readonly name: string;
  /** Key in it. */
  readonly key: string;
}

/** Access keys of AWS, in a Secret: see {@link IssuerSecretKey} for the namespace. */
export interface Route53Credentials {
  /** Name of the Secret. */
  readonly name: string;
  /** Key with the access key id. @default 'access_key_id' */
  readonly idKey?: string;
  /** Key with the secret access key. @default 'secret_access_key' */
  readonly secretKey?: string;
}

/** Options of `Dns01.route53`. */
export interface Route53Options extends SolverOptions {
  /** Region, a hint for the endpoint. @default - that of the pods of cert-manager, which IRSA and Pod Identity set */
  readonly region?: string;
  /** The one zone to write to, which saves the right to list zones: `Z0123456789ABCDEFGHIJ`. @default - it is looked up */
  readonly hostedZoneId?: string;
  /** ARN of a role that cert-manager takes on, such as one of another account. @default - none */
  readonly role?: string;
  /** Static keys. @default - the identity of cert-manager itself, which ClusterIssuers may use and Issuers may not */
  readonly credentials?: Route53Credentials;
}

/** Options of `Dns01.cloudDns`. */
export interface CloudDnsOptions extends SolverOptions {
  /** Project of the zone. */
  readonly project: string;
  /** Name of the managed zone. @default - it is looked up */
  readonly hostedZoneName?: string;
  /**
   * Key file of a service account (JSON).
   * @default - the identity of cert-manager itself, which ClusterIssuers may use and Issuers may not
   */
  readonly credentials?: IssuerSecretKey;
}

/** A managed identity of Azure that cert-manager takes on. */
export interface AzureDnsIdentity {
  /** Its client id. */
  readonly clientId: string;
  /** Its tenant. @default - that of the cluster */
  readonly tenantId?: string;
}

/** A service principal of Azure with a password. */
export interface AzureDnsCredentials extends IssuerSecretKey {
  /** Its client id. */
  readonly clientId: string;
  /** Its tenant. */
  readonly tenantId: string;
}

/** Options of `Dns01.azureDns`. */
export interface AzureDnsOptions extends SolverOptions {
  /** Id of the subscription. */
  readonly subscription: string;
  /** Resource group of the zone. */
  readonly resourceGroup: string;
  /** Name of the zone. @default - it is looked up */
  readonly zone?: string;
  /** Which cloud of Azure. @default 'AzurePublicCloud' */
  readonly environment?: 'AzurePublicCloud' | 'AzureChinaCloud' | 'AzureUSGovernmentCloud';
  /**
   * Workload identity or managed identity of the pods of cert-manager; for ClusterIssuers only.
   * @default - the one that these pods have by themselves
   */
  readonly managedIdentity?: AzureDnsIdentity;
  /** A service principal, with its password in a Secret. @default - none */
  readonly credentials?: AzureDnsCredentials;
}

/** Options of `Dns01.cloudflare`. */
export interface CloudflareOptions extends SolverOptions {
  /** Token that may read zones and edit their records. */
  readonly apiToken: IssuerSecretKey;
}
