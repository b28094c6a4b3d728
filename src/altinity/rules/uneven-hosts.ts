import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';
import { isQuantity, Quantity } from '../../kubernetes/quantity';
import { isToken } from '../../kubernetes/token';
import { parseImage } from '../images';
import { type Host, type TopologyCluster, topologyOf } from '../topology';
import { clickhousesOf, forEach } from './installations';
import { entriesAt, faultAt, type Place, podTemplatesOf } from './places';

/** An image, and the hosts of a cluster that run it. */
interface Running {
  readonly image: string;
  readonly hosts: readonly Host[];
}

/** Images of a cluster, the most frequent one first. */
function imagesOf({ shards }: TopologyCluster): readonly Running[] {
  const running = new Map<string, Host[]>();
  for (const host of shards.flatMap(({ hosts }) => hosts)) {
    if (host.image !== undefined) running.set(host.image, [...(running.get(host.image) ?? []), host]);
  }
  const images = [...running].map(([image, hosts]) => ({ image, hosts }));
  return images.sort((a, b) => b.hosts.length - a.hosts.length);
}

/** The server container of a host. */
function serverOf(installation: Manifest, host: Host | undefined): Place | undefined {
  const template = podTemplatesOf(installation).find(({ node }) => node.name === host?.podTemplate);
  const containers = template ? entriesAt(template, 'spec', 'containers') : [];
  return containers.find(({ node }) => node.name === 'clickhouse') ?? containers[0];
}

/** Judges each image against the more frequent ones. */
function judgeImages(judge: (image: Running, before: readonly Running[]) => string | undefined) {
  return function* (installation: Manifest): Generator<Fault> {
    for (const cluster of topologyOf(installation).clusters) {
      const images = imagesOf(cluster);
      for (const [index, running] of images.entries()) {
        const server = serverOf(installation, running.hosts[0]);
        const message = judge(running, images.slice(0, index));
        if (server && message !== undefined) yield faultAt(installation, server, ['image'], message);
      }
    }
  };
}

const named = (hosts: readonly Host[]) =>
  hosts.length > 3 ? `${hosts.length} hosts` : hosts.map(({ name }) => name).join(', ');

const mixedImages = judgeImages(({ image, hosts }, [most]) =>
  most && !isToken(image) && !isToken(most.image)
    ? `'${image}' runs on ${named(hosts)}, '${most.image}' on ${named(most.hosts)}.`
    : undefined,
);

const distantReleases = judgeImages(({ image }, before) => {
  const other = before.find((running) => !workTogether(image, running.image));
  return other && `'${image}' and '${other.image}' are too far apart to work in one cluster.`;
});

/** Months since the year 2000 of a release `26.3`, which is called after its month; undefined for other tags. */
function monthOf(image: string): number | undefined {
  const [, year, month] = /^v?(\d{2})\.(\d{1,2})(?=[.-]|$)/.exec(parseImage(image)?.tag ?? '') ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month);
}

/** Whether two images hold releases that are made to work together, as far as their tags tell. */
function workTogether(a: string, b: string): boolean {
  const [older, newer] = [monthOf(a), monthOf(b)].sort((one, other) => Number(one) - Number(other));
  if (older === undefined || newer === undefined) return true;
  const between = Array.from({ length: Math.max(0, newer - older - 1) }, (_, index) => older + 1 + index);
  // Long-term releases appear in March and August.
  return newer - older < 12 || between.filter((month) => [3, 8].includes(month % 12)).length < 2;
}

function* unevenMemory(installation: Manifest): Generator<Fault> {
  for (const { shards } of topologyOf(installation).clusters) {
    for (const { name, hosts } of shards) {
      const known = hosts.filter(({ memory }) => isQuantity(memory));
      const bytes = ({ memory }: Host) => Quantity.bytes(memory as Quantity);
      const [least, ...more] = [...known].sort((a, b) => bytes(a) - bytes(b));
      const most = more.at(-1);
      if (!least || !most || bytes(least) === bytes(most)) continue;
      const server = serverOf(installation, least);
      if (server)
        yield faultAt(
          installation,
          server,
          ['resources'],
          `${least.name} may use ${least.memory}, ${most.name} of the same shard ${most.memory} (shard ${name}).`,
        );
    }
  }
}

/** Rules about hosts that differ. */
export const unevenHostRules: readonly Rule[] = [
  {
    id: 'images/mixed',
    severity: 'advice',
    title: 'All servers of a cluster run one release, but for the time of a canary',
    why: 'Small problems are expected while releases mix: slower distributed queries, background work that is tried again.',
    fix: 'give all hosts the new image once the canary has proved it, or the canary the old one.',
    source: 'ClickHouse, self-managed upgrade, multiple server versions in a cluster',
    check: forEach(clickhousesOf, mixedImages),
  },
  {
    id: 'images/release-gap',
    severity: 'error',
    title: 'Releases in one cluster are less than a year apart, or have at most one long-term release between them',
    why: 'Others are not made to work together: replicas may not read the parts that newer ones write.',
    fix: 'go by way of the long-term releases between them.',
    source: 'ClickHouse, self-managed upgrade, multiple server versions in a cluster',
    check: forEach(clickhousesOf, distantReleases),
  },
  {
    id: 'pods/uneven-memory',
    severity: 'advice',
    title: 'Copies of a shard have the same memory',
    why: 'Any of them may get a query or a merge that only the larger one has the memory for.',
    fix: 'give all copies of the shard the same resources.',
    source: 'ClickHouse, Distributed table engine, load_balancing',
    check: forEach(clickhousesOf, unevenMemory),
  },
];
