import { appliesLive } from '../../altinity/keeper-settings';
import { type Host, topologyOf } from '../../altinity/topology';
import { asText, at, list, type Manifest, record } from '../../kubernetes/manifest';

/** One member of a quorum as a manifest describes it. Two are alike when their JSON is. */
export interface Member {
  readonly host: Host;
  /** Its pod template, name included: a renamed one restarts the pod, too. */
  readonly pod: unknown;
  /** Settings and files of its own that it restarts for, by path. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The same of all members together. They cannot change for one member alone. */
  readonly shared: Readonly<Record<string, unknown>>;
  /** Settings that it takes over as it runs. */
  readonly live: Readonly<Record<string, unknown>>;
  readonly claim: Claim;
}

/** The volume with the state of a member. */
export interface Claim {
  /** Name of its template. @default - none: the state is lost with every restart */
  readonly template?: string;
  readonly size?: string;
  readonly storageClass?: string;
}

/** Members of a quorum, in order. */
export function membersOf(keeper: Manifest): readonly Member[] {
  return topologyOf(keeper).hosts.map((host) => {
    return {
      host,
      pod: templateNamed(keeper, 'podTemplates', host.podTemplate),
      ...settingsOf(keeper, host.index),
      claim: claimOf(keeper, host),
    };
  });
}

function templateNamed(keeper: Manifest, kind: string, name: string | undefined): Readonly<Record<string, unknown>> {
  const templates = list(at(keeper, 'spec', 'templates', kind)).map(record);
  return templates.find((template) => template.name === name) ?? {};
}

function claimOf(keeper: Manifest, { dataClaimTemplate }: Host): Claim {
  if (dataClaimTemplate === undefined) return {};
  const { spec } = templateNamed(keeper, 'volumeClaimTemplates', dataClaimTemplate);
  const size = at(spec, 'resources', 'requests', 'storage');
  const { storageClassName } = record(spec);
  return {
    template: dataClaimTemplate,
    ...(size !== undefined && { size: asText(size) }),
    ...(storageClassName !== undefined && { storageClass: asText(storageClassName) }),
  };
}

/** Settings and files of a member, and those that it shares with all others. */
function settingsOf(keeper: Manifest, index: number): Pick<Member, 'settings' | 'shared' | 'live'> {
  const configuration = record(at(keeper, 'spec', 'configuration'));
  const cluster = record(list(configuration.clusters)[0]);
  const replica = record(list(at(cluster, 'layout', 'replicas'))[index]);
  const own = entriesOf(cluster, replica, record(list(replica.shards)[0]));
  const shared = entriesOf(configuration);
  const restarting = (entries: readonly Entry[]) => byPath(entries.filter(([path]) => !appliesLive(path)));
  const live = byPath([...own, ...shared].filter(([path]) => appliesLive(path)));
  return { settings: restarting(own), shared: restarting(shared), live };
}

type Entry = readonly [path: string, value: unknown];

function entriesOf(...levels: readonly Readonly<Record<string, unknown>>[]): readonly Entry[] {
  return levels.flatMap(({ settings, files }) => [
    ...Object.entries(record(settings)),
    ...Object.entries(record(files)).map(([name, content]) => [`files/${name}`, content] as const),
  ]);
}

function byPath(entries: readonly Entry[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
