import { Construct } from 'constructs';
import { Environment } from '../../environment/environment';
import { ApiObject } from '../../kubernetes/api-object';
import type { ExternalCredentialsProps } from './options';

const parts = () => require('../parts') as typeof import('../parts');

/**
 * The Secrets that clusters need, made by External Secrets: out of a store such as Vault or AWS Secrets Manager, or with
 * generated passwords that nobody has to see. Each holds the password, for applications, and its SHA-256, for ClickHouse.
 *
 * ```ts
 * new ExternalCredentials(environment, 'credentials', { clusters: [events], generate: {} });
 * ```
 *
 * Names and keys of the Secrets are those that the clusters refer to. Secrets outlive this construct.
 * @see https://external-secrets.io/v1.3.2/api/externalsecret/
 */
export class ExternalCredentials extends Construct {
  private readonly provided = new Set<string>();

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: ExternalCredentialsProps) {
    super(scope, id);
    this.emit(id, props);
    // Constructs that come later, such as BackupSchedule, bring users of their own.
    for (const cluster of props.clusters ?? []) cluster.watch(() => this.emit(id, props));
  }

  /** Names of the Secrets that it provides, up to now. */
  get secrets(): readonly string[] {
    return [...this.provided];
  }

  /** What is not there yet. */
  private emit(id: string, props: ExternalCredentialsProps): void {
    const part = parts();
    const environment = Environment.of(this);
    const { resolved: place } = environment;
    const { path } = this.node;
    const credentials = part.resolveCredentials(path, id, place.namespace, props);
    const origin = part.credentialsOrigin(path);
    const objects = part.renderCredentials(credentials, place);
    for (const [child, manifest] of objects)
      if (!this.node.tryFindChild(child)) new ApiObject(this, child, manifest, { origin });
    environment.acknowledge(props.acknowledge, ...objects.map(([, manifest]) => manifest));
    for (const { secret } of [...credentials.passwords, ...credentials.secrets]) this.provided.add(secret);
  }
}
