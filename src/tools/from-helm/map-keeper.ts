import { isDnsSubdomain } from '../../kubernetes/names';
import { Call, Use } from '../typescript/code';
import type { Conversion } from './conversion';
import { toCpu, toQuantity } from './convert';
import type { Draft } from './draft';
import { mapSize } from './map-cluster';
import { mapPool, mapSecurity } from './map-pods';
import { mapKeeperSettings } from './map-settings';

/**
 * The quorum: one of this program, or one that somebody else runs. Without either, there is none.
 * @returns what makes it of the props that are left in the end
 */
export function mapKeeper(conversion: Conversion, keeper: Draft): (() => Call) | undefined {
  const { values, fates, cluster, name, notes } = conversion;
  const host = values.text('clickhouse', 'keeper', 'host');
  const own = values.flag('keeper', 'enabled');
  fates.map('keeper', 'enabled');
  fates.idle('clickhouse', 'keeper');
  if (!own || host !== '') fates.idle('keeper');
  if (!own && host === '') return undefined;
  if (host === '') {
    mapQuorum(conversion, keeper);
    cluster.supply(['replication', 'keeper'], new Use('keeper'), ['keeper', 'enabled']);
    return () => new Call('new Keeper', new Use('environment'), 'keeper', ...propsOf(keeper));
  }
  const source = ['clickhouse', 'keeper', 'host'];
  fates.map('clickhouse', 'keeper');
  cluster.supply(['replication', 'keeper'], new Use('keeper'), source);
  cluster.supply(['replication', 'root'], `/${name}/${name}`, source);
  cluster.remark(
    ['replication', 'root'],
    'The installation of the chart uses the same Keeper: this keeps the two apart.',
  );
  const right = isDnsSubdomain(host);
  if (!right) fates.refuse(source, 'it is no host name', 'Write the hosts of the Keeper');
  else if (!host.includes('.'))
    notes.push(`Host ${host} is looked up in the new namespace: write its own one behind it.`);
  const port = values.number('clickhouse', 'keeper', 'port');
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  if (!isPort) fates.refuse(['clickhouse', 'keeper', 'port'], 'it is no port', 'Write a port such as 2181');
  const nodes = [{ host: right ? host : 'keeper.example.com', port: isPort ? port : 2181 }];
  return () => new Call('Keeper.fromNodes', nodes);
}

/** Props as the last argument; none where everything is a default. */
function propsOf(draft: Draft) {
  return Object.keys(draft.props).length > 0 ? [draft.props] : [];
}

function mapQuorum(conversion: Conversion, keeper: Draft): void {
  const { values, fates } = conversion;
  const at = (...path: string[]) => ['keeper', ...path];
  keeper.set(['replicas'], values.number(...at('replicaCount')), at('replicaCount'));
  keeper.set(['image'], `${values.text(...at('image'))}:${values.text(...at('tag'))}`, at('tag'));
  fates.map(...at('image'));
  const size = at('localStorage', 'size');
  mapSize(keeper, ['storage'], values.text(...size), size, fates);
  const storageClass = at('localStorage', 'storageClass');
  if (values.text(...storageClass) === '') fates.map(...storageClass);
  else keeper.set(['storageClass'], values.text(...storageClass), storageClass);
  mapPool(conversion, keeper, at());
  mapSecurity(conversion, at());
  fates.map(...at('zoneSpread'));
  mapResources(conversion, keeper);
  mapKeeperSettings(conversion, keeper);
}

function mapResources({ values, fates }: Conversion, keeper: Draft): void {
  const at = (name: string) => ['keeper', 'resources', name];
  const processors = (name: string) => toCpu(`${values.number(...at(name))}m`);
  const memory = (name: string) => toQuantity(values.text(...at(name)));
  const amounts = [
    ['cpu', 'cpuRequestsMs', processors],
    ['memory', 'memoryRequestsMiB', memory],
    ['cpuLimit', 'cpuLimitsMs', processors],
    ['memoryLimit', 'memoryLimitsMiB', memory],
  ] as const;
  if (amounts.every(([, name, convert]) => convert(name) !== undefined)) {
    for (const [prop, name, convert] of amounts) keeper.set(['resources', prop], convert(name) ?? '', at(name));
  } else fates.refuse(['keeper', 'resources'], 'not all of it is an amount', "Write { cpu: '100m', memory: '512Mi' }");
}
