import { asText } from '../../kubernetes/manifest';
import { chart } from './chart';
import type { Conversion } from './conversion';
import { toQuantity } from './convert';
import type { Draft, Fates } from './draft';
import type { ValuePath, Values } from './values';

const at = (...path: string[]) => ['clickhouse', ...path];

/** Shards, replicas and zones. */
export function mapLayout(conversion: Conversion): void {
  const { values, fates, cluster, platform } = conversion;
  const zones = values.list(...at('zones')).map(asText);
  cluster.set(['shards'], values.number(...at('shardsCount')) || 1, at('shardsCount'));
  const given = zones.length || values.number(...at('replicasCount')) || 1;
  const replicas = Number.isInteger(given) && given > 0 && given < 100 ? given : 1;
  if (zones.length > 0) fates.idle(...at('replicasCount'));
  else if (replicas === given) fates.map(...at('replicasCount'));
  else fates.refuse(at('replicasCount'), 'it is no number of copies', 'Write a number from 1 to 99');
  mapZones(conversion, zones);
  if (replicas > 1 || usesKeeper(values)) cluster.supply(['replication', 'replicas'], replicas, at('replicasCount'));
  const spreadOver = zones.length > 0 ? new Set(zones) : new Set(platform.value.zones);
  mapAntiAffinity(conversion, spreadOver.size > 0 && replicas > spreadOver.size);
}

/** Whether the chart gives the servers a Keeper. */
export function usesKeeper(values: Values): boolean {
  return values.flag('keeper', 'enabled') || values.text(...at('keeper', 'host')) !== '';
}

function mapZones({ fates, cluster, platform }: Conversion, zones: readonly string[]): void {
  const path = at('zones');
  const known = platform.value.zones;
  if (zones.length === 0 || zones.join() === known.join()) fates.map(...path);
  else if (known.length > 0) cluster.set(['placement', 'zones'], zones, path);
  else {
    const instead = 'Choose a platform with zones: --platform, --region and --zones';
    fates.refuse(path, `platform ${platform.value.name} has no zones`, instead);
  }
}

/** Whether pods may share nodes. */
function mapAntiAffinity({ values, fates, cluster }: Conversion, crowded: boolean): void {
  const path = at('antiAffinity');
  const prop = ['placement', 'spread'];
  const wanted = values.flag(...path);
  if (wanted) fates.map(...at('antiAffinityScope'));
  else fates.idle(...at('antiAffinityScope'));
  if (wanted && !crowded) cluster.set(prop, 'required', path);
  else fates.map(...path);
  if (crowded) {
    cluster.supply(prop, 'preferred', path);
    cluster.remark(prop, 'There are more replicas than zones, so that some share one.');
  }
  const whole = values.text(...at('antiAffinityScope')) !== 'Shard' && values.number(...at('shardsCount')) > 1;
  if (wanted && whole && Object.keys(values.map(...at('nodeSelector'))).length === 0) {
    const own = 'placement.pool or instanceType gives each pod a node of its own.';
    cluster.remark(prop, `In the chart, pods of different shards do not share nodes, either: ${own}`);
  }
}

/** Image of the servers. */
export function mapImage({ values, fates, cluster }: Conversion): void {
  const image = at('image');
  const tag = values.text(...image, 'tag') || chart.appVersion;
  cluster.set(['image'], `${values.text(...image, 'repository')}:${tag}`, image);
  mapPullPolicy(fates, [...image, 'pullPolicy'], values.text(...image, 'pullPolicy'));
}

function mapPullPolicy(fates: Fates, path: ValuePath, policy: string): void {
  if (policy === 'IfNotPresent') fates.map(...path);
  else fates.refuse(path, 'images have fixed tags, so nodes pull each one once', 'Write another tag for other bits');
}

/** Volumes for data and logs. */
export function mapStorage(conversion: Conversion): void {
  const { values, fates, cluster } = conversion;
  const persistence = at('persistence');
  const storageClass = values.text(...persistence, 'storageClass');
  mapSize(cluster, ['storage', 'size'], values.text(...persistence, 'size'), [...persistence, 'size'], fates);
  if (storageClass !== '') cluster.set(['storage', 'storageClass'], storageClass, [...persistence, 'storageClass']);
  else fates.map(...persistence, 'storageClass');
  if (values.flag(...persistence, 'enabled')) fates.map(...persistence, 'enabled');
  else fates.refuse([...persistence, 'enabled'], 'every replica has a volume', 'Write the size that it needs');
  mapAccessMode(conversion, persistence);
  mapLogs(conversion, storageClass);
}

function mapLogs(conversion: Conversion, storageClass: string): void {
  const { values, fates, cluster } = conversion;
  const logs = at('persistence', 'logs');
  if (!values.flag(...logs, 'enabled')) {
    fates.idle(...logs);
    return;
  }
  fates.map(...logs, 'enabled');
  mapSize(cluster, ['logs', 'size'], values.text(...logs, 'size'), [...logs, 'size'], fates);
  mapAccessMode(conversion, logs);
  const own = values.text(...logs, 'storageClass');
  if (own === storageClass) fates.map(...logs, 'storageClass');
  else
    fates.refuse(
      [...logs, 'storageClass'],
      'logs are on the class of the data',
      'Change it with transform.installation',
    );
}

function mapAccessMode({ values, fates }: Conversion, owner: ValuePath): void {
  const path = [...owner, 'accessMode'];
  if (values.text(...path) === 'ReadWriteOnce') fates.map(...path);
  else fates.refuse(path, 'a volume belongs to one replica: ReadWriteOnce', 'Leave it out');
}

/** Sets a size; one that is no amount is reported, and the chart's default holds. */
export function mapSize(draft: Draft, prop: ValuePath, given: string, source: ValuePath, fates: Fates): void {
  const size = toQuantity(given);
  if (size !== undefined) draft.set(prop, size, source);
  else {
    draft.supply(prop, '10Gi', source);
    draft.remark(prop, 'The values do not hold an amount.');
    fates.refuse(source, 'it is no amount of storage', "Write one with Ki, Mi, Gi, Ti or Pi, such as '100Gi'");
  }
}
