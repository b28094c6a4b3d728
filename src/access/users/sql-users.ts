import { Construct } from 'constructs';
import type { SecretKey } from '../../clickhouse/user-options';
import { Environment } from '../../environment/environment';
import { ApiObject } from '../../kubernetes/api-object';
import type { SqlUsersProps } from './options';

const sqlUsersSymbol = Symbol.for('anyhouse.SqlUsers');

const parts = () => require('../parts') as typeof import('../parts');

/**
 * Users that live in the databases of a cluster, with an end to their passwords. A Job makes them on every server, each time
 * that something here changes. Their passwords change without a restart; those of the cluster's own `users` do not.
 *
 * ```ts
 * new SqlUsers(environment, 'analysts', {
 *   cluster: events,
 *   users: { jane: { networks: ['10.0.0.0/8'], grants: ['SELECT ON events.*'], validUntil: '2027-01-31' } },
 * });
 * ```
 * @see https://clickhouse.com/docs/sql-reference/statements/create/user
 */
export class SqlUsers extends Construct {
  /** Whether a value is a SqlUsers, also one of another copy of this library. */
  static isSqlUsers(value: unknown): value is SqlUsers {
    return typeof value === 'object' && value !== null && sqlUsersSymbol in value;
  }

  /** Name of its objects; that of the Job has a hash behind it. */
  readonly name: string;
  /** Namespace that it runs in. */
  readonly namespace: string;
  /** Name of the cluster. */
  readonly cluster: string;
  /** The Secret of each user, with its password for applications. */
  readonly secrets: Readonly<Record<string, Required<SecretKey>>>;

  /** @throws PropError naming every wrong prop at once */
  constructor(scope: Construct, id: string, props: SqlUsersProps) {
    super(scope, id);
    Object.defineProperty(this, sqlUsersSymbol, { value: true });
    const part = parts();
    const environment = Environment.of(this);
    const { resolved: place } = environment;
    const { path } = this.node;
    const users = part.resolveSqlUsers(path, id, place, props);
    props.cluster.contribute(part.contributionOf(path, users, place.namespace));
    const origin = part.sqlUsersOrigin(path);
    const objects = part.renderSqlUsers(users, place, environment.dnsEgress);
    for (const [child, manifest] of objects) new ApiObject(this, child, manifest, { origin });
    environment.acknowledge(props.acknowledge, ...objects.map(([, manifest]) => manifest));

    this.name = users.name;
    this.namespace = place.namespace;
    this.cluster = users.cluster.name;
    this.secrets = Object.fromEntries(users.users.map(({ name, secret }) => [name, secret]));
  }
}
