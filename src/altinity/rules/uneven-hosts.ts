import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';
import { isQuantity, Quantity } from '../../kubernetes/quantity';
import { parseImage } from '../images';
import type { Host } from '../topology';
import { topologyOf } from '../topology';
import { clickhousesOf, forEach } from './installations';
import { entriesAt, faultAt, type Place, podTemplatesOf } from './places';

/** Something in which hosts differ: the hosts that are fewer, and how many others there are. */
interface Difference {
  readonly value: string;
  readonly hosts: readonly Host[];
}

/** Values of hosts with those that have them, the most frequent one first. */
function differences(hosts: readonly Host[], of: (host: Host) => string | undefined): readonly Difference[] {
  const groups = new Map<string, Host[]>();
  for (const host of hosts) {
    const value = of(host);
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), host]);
  }
  const found = [...groups].map(([value, group]) => ({ value, hosts: group }));
  return found.sort((a, b) => b.hosts.length - a.hosts.length);
}

/** The server container of a host. */
function containerOf(installation: Manifest, host: Host | undefined): Place | undefined {
  const template = podTemplatesOf(installation).find(({ node }) => node.name === host?.podTemplate);
  const containers = template ? entriesAt(template, 'spec', 'containers') : [];
  return containers.find(({ node }) => node.name === 'clickhouse') ?? containers[0];
}

const named = (hosts: readonly Host[]) =>
  hosts.length > 3 ? `${hosts.length} hosts` : hosts.map(({ name }) => name).join(', ');

function* mixedImages(installation: Manifest): Generator<Fault> {
  for (const { shards } of topologyOf(installation).clusters) {
    const [most, ...others] = differences(
      shards.flatMap(({ hosts }) => hosts),
      ({ image }) => image,
    );
    for (const { value, hosts } of others) {
      const container = containerOf(installation, hosts[0]);
      if (most && container)
        yield faultAt(
          installation,
          container,
          ['image'],
          `'${value}' runs on ${named(hosts)}, '${most.value}' on ${named(most.hosts)}.`,
        );
    }
  }
}

/** Months since the year 2000 of a release `26.3`, which is called after its month; undefined for other tags. */
function monthOf(image: string): number | undefined {
  const [, year, month] = /^v?(\d{2})\.(\d{1,2})(?=[.-]|$)/.exec(parseImage(image)?.tag ?? '') ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month);
}

/** Long-term releases appear in March and August. */
const isLongTerm = (month: number) => month % 12 === 3 || month % 12 === 8;

function workTogether(a: number, b: number): boolean {
  const [older, newer] = [Math.min(a, b), Math.max(a, b)];
  const between = Array.from({ length: Math.max(0, newer - older - 1) }, (_, index) => older + 1 + index);
  return newer - older < 12 || between.filter(isLongTerm).length < 2;
}

function* distantReleases(installation: Manifest): Generator<Fault> {
  for (const { shards } of topologyOf(installation).clusters) {
    const [most, ...others] = differences(
      shards.flatMap(({ hosts }) => hosts),
      ({ image }) => image,
    );
    const usual = monthOf(most?.value ?? '');
    for (const { value, hosts } of others) {
      const month = monthOf(value);
      const container = containerOf(installation, hosts[0]);
      if (usual === undefined || month === undefined || !container || workTogether(usual, month)) continue;
      yield faultAt(
        installation,
        container,
        ['image'],
        `'${value}' and '${most?.value}' are too far apart to work in one cluster.`,
      );
    }
  }
}

function* unevenMemory(installation: Manifest): Generator<Fault> {
  for (const { shards } of topologyOf(installation).clusters) {
    for (const { name, hosts } of shards) {
      const known = hosts.filter(({ memory }) => isQuantity(memory));
      const bytes = ({ memory }: Host) => Quantity.bytes(memory as Quantity);
      const [least, ...more] = [...known].sort((a, b) => bytes(a) - bytes(b));
      const most = more.at(-1);
      if (!least || !most || bytes(least) === bytes(most)) continue;
      const container = containerOf(installation, least);
      if (container)
        yield faultAt(
          installation,
          container,
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
