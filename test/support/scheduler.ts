import type { Manifest } from 'anyhouse';
import { selects } from '../../src/altinity/rules/selector';
import { topologyOf } from '../../src/altinity/topology';
import { at, integer, list, record, text } from '../../src/kubernetes/manifest';
import { Quantity } from '../../src/kubernetes/quantity';
import { type Amounts, allocatable } from '../../src/platform/machines/allocatable';
import { machineNamed } from '../../src/platform/machines/catalogue';

/** A node of a cluster, before anything runs on it. */
export interface Node {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly { readonly key: string; readonly value: string }[];
}

interface Pod {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly zone?: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly needs: Amounts;
  /** Pods of which no two share a node, as the operator has it. */
  readonly apart?: string;
}

interface Place {
  readonly node: Node;
  readonly pods: readonly Pod[];
}

const zoneLabel = 'topology.kubernetes.io/zone';
const machineLabel = 'node.kubernetes.io/instance-type';

/**
 * Lays the pods of a program on nodes, the most particular ones first, by what Kubernetes demands of a node: its labels,
 * taints, required anti-affinity between pods, processors and memory.
 * @param own what the agents of the cloud ask for on every node
 * @returns pods that find no node
 */
export function pending(manifests: readonly Manifest[], nodes: readonly Node[], own: Amounts): readonly string[] {
  const pods = manifests.flatMap(podsOf).sort((a, b) => particular(b) - particular(a) || b.needs.cpu - a.needs.cpu);
  const places = nodes.map((node) => ({ node, pods: [] as Pod[] }));
  const without: string[] = [];
  for (const pod of pods) {
    const place = places.find((each) => admits(each, pod, own));
    if (place) place.pods.push(pod);
    else without.push(`${pod.name}${pod.zone ? ` in ${pod.zone}` : ''}`);
  }
  return without;
}

const particular = ({ zone, spec }: Pod) => Object.keys(record(spec.nodeSelector)).length + (zone ? 1 : 0);

function admits({ node, pods }: Place, pod: Pod, own: Amounts): boolean {
  const { labels, taints } = node;
  const machine = machineNamed(labels[machineLabel] ?? '');
  if (!machine) throw new Error(`no machine ${labels[machineLabel]}`);
  const room = allocatable(machine);
  const sum = (amount: keyof Amounts) => [...pods, pod].reduce((all, { needs }) => all + needs[amount], own[amount]);
  return (
    (pod.zone === undefined || pod.zone === labels[zoneLabel]) &&
    Object.entries(record(pod.spec.nodeSelector)).every(([key, value]) => labels[key] === value) &&
    taints.every((taint) => list(pod.spec.tolerations).some((toleration) => tolerates(record(toleration), taint))) &&
    pods.every((other) => !repels(pod, other) && !repels(other, pod)) &&
    sum('cpu') <= room.cpu &&
    sum('memory') <= room.memory
  );
}

function tolerates({ key, operator, value }: Readonly<Record<string, unknown>>, taint: Node['taints'][number]) {
  return key === taint.key && (operator === 'Exists' || value === taint.value);
}

function repels(pod: Pod, other: Pod): boolean {
  if (pod.apart !== undefined && pod.apart === other.apart) return true;
  const path = ['affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'];
  return list(at(pod.spec, ...path)).some((term) => {
    const { labelSelector, namespaceSelector, topologyKey } = record(term);
    if (topologyKey !== 'kubernetes.io/hostname') throw new Error(`nothing is known of ${String(topologyKey)}`);
    return (
      (namespaceSelector !== undefined || pod.namespace === other.namespace) && selects(labelSelector, other.labels)
    );
  });
}

function podsOf(manifest: Manifest): readonly Pod[] {
  const { kind, metadata } = manifest;
  const { namespace = 'default', name } = metadata;
  if (kind === 'Deployment') {
    const template = record(at(manifest, 'spec', 'template'));
    const labels = record(at(template, 'metadata', 'labels')) as Pod['labels'];
    const replicas = integer(at(manifest, 'spec', 'replicas')) ?? 1;
    return [...Array(replicas).keys()].map((index) => podOf(`${name}-${index}`, namespace, labels, template));
  }
  return topologyOf(manifest).hosts.map((host) => {
    const templates = list(at(manifest, 'spec', 'templates', 'podTemplates')).map(record);
    const template = templates.find((each) => each.name === host.podTemplate) ?? {};
    const [prefix, own] =
      kind === 'ClickHouseKeeperInstallation'
        ? ['clickhouse-keeper.altinity.com', 'chk']
        : ['clickhouse.altinity.com', 'chi'];
    const labels = {
      [`${prefix}/${own}`]: name,
      [`${prefix}/cluster`]: host.cluster,
      [`${prefix}/shard`]: host.shard,
      [`${prefix}/replica`]: host.replica,
    };
    const apart = distributionOf(template, `${namespace} ${name} ${host.cluster} ${host.shard}`);
    return { ...podOf(`${name} ${host.shard}-${host.replica}`, namespace, labels, template), ...apart };
  });
}

function distributionOf(template: Pod['spec'], shard: string): Pick<Pod, 'apart'> {
  const types = list(template.podDistribution).map((each) => record(each).type);
  if (types.length === 0) return {};
  if (types.join() !== 'ShardAntiAffinity') throw new Error(`nothing is known of ${types.join()}`);
  return { apart: shard };
}

function podOf(name: string, namespace: string, labels: Pod['labels'], template: Pod['spec']): Pod {
  const spec = record(template.spec);
  const zone = text(list(at(template, 'zone', 'values'))[0]);
  const requests = list(spec.containers).map((container) => record(at(container, 'resources', 'requests')));
  const total = (amount: (request: Readonly<Record<string, unknown>>) => number) =>
    requests.reduce((sum, request) => sum + amount(request), 0);
  return {
    name,
    namespace,
    labels,
    spec,
    ...(zone !== undefined && { zone }),
    needs: {
      cpu: total(({ cpu = '0' }) =>
        String(cpu).endsWith('m') ? Number.parseInt(String(cpu), 10) : Number(cpu) * 1000,
      ),
      memory: total(({ memory }) => (memory === undefined ? 0 : Quantity.bytes(memory as Quantity) / 1024 ** 2)),
    },
  };
}
