import { integer, list, record, text } from '../../kubernetes/manifest';
import { usualPorts } from '../usual-ports';

type Fields = Readonly<Record<string, unknown>>;

/** Ports that a host listens on. Absent ones are closed. */
export interface HostPorts {
  /** HTTP interface. */
  readonly http?: number;
  /** Native protocol. */
  readonly tcp?: number;
  /** HTTP interface with TLS. */
  readonly https?: number;
  /** Native protocol with TLS. */
  readonly tcpSecure?: number;
  /** Replicas fetch parts from each other here. */
  readonly interserver?: number;
  /** Keeper: clients. */
  readonly zk?: number;
  /** Keeper: clients with TLS. */
  readonly zkSecure?: number;
  /** Keeper: members among themselves. */
  readonly raft?: number;
}

/** How a port is found. */
interface PortSource {
  /** Field of a host and of a host template. */
  readonly field: string;
  /** Setting that gives it. */
  readonly setting: string;
  /** Port when nothing is said. */
  readonly usual: number;
  /** What has to be on for the host to have it at all when nothing is said. */
  readonly needs?: 'secure' | 'insecure';
}

const clickhouse = portTable({
  http: { field: 'httpPort', setting: 'http_port', usual: usualPorts.http, needs: 'insecure' },
  tcp: { field: 'tcpPort', setting: 'tcp_port', usual: usualPorts.tcp, needs: 'insecure' },
  https: { field: 'httpsPort', setting: 'https_port', usual: usualPorts.https, needs: 'secure' },
  tcpSecure: { field: 'tlsPort', setting: 'tcp_port_secure', usual: usualPorts.tcpSecure, needs: 'secure' },
  interserver: { field: 'interserverHTTPPort', setting: 'interserver_http_port', usual: usualPorts.interserver },
});

const keeper = portTable({
  zk: { field: 'zkPort', setting: 'keeper_server/tcp_port', usual: usualPorts.zk, needs: 'insecure' },
  zkSecure: {
    field: 'zkPortSecure',
    setting: 'keeper_server/tcp_port_secure',
    usual: usualPorts.zkSecure,
    needs: 'secure',
  },
  raft: { field: 'raftPort', setting: 'keeper_server/raft_configuration/server/port', usual: usualPorts.raft },
});

/** What decides the ports of a host. */
export interface PortInput {
  readonly keeper: boolean;
  readonly secure: boolean;
  readonly insecure: boolean;
  /** What the layout says about the host. */
  readonly fields: Fields;
  /** The host template in use. */
  readonly template?: Fields;
  /** Whether the pod lives in the network of its node, where every host needs ports of its own. */
  readonly hostNetwork: boolean;
  /** Place of the host in its cluster. */
  readonly index: number;
  /** Settings of the host, then of its shard or replica, its cluster and the installation. */
  readonly settings: readonly unknown[];
}

/** Ports of a host: its own, else from the host template, else from the settings, else the usual ones. */
export function portsOf(input: PortInput): HostPorts {
  const ports: { -readonly [Name in keyof HostPorts]: number } = {};
  for (const [name, source] of input.keeper ? keeper : clickhouse) {
    const open = source.needs === undefined || input[source.needs];
    // Keeper ports follow its switches strictly; a ClickHouse port that somebody names stays open.
    if (input.keeper && !open) continue;
    const given = integer(input.fields[source.field]) ?? fromTemplate(input, source) ?? fromSettings(input, source);
    if (given !== undefined || open) ports[name] = given ?? source.usual;
  }
  return ports;
}

function fromTemplate({ template, hostNetwork, index }: PortInput, { field, usual }: PortSource): number | undefined {
  if (template === undefined) return hostNetwork ? usual + index : undefined;
  const given = list(template.portDistribution).map((entry) => text(record(entry).type)?.toLowerCase());
  const distributions = given.length > 0 ? given : [''];
  const port = integer(record(template.spec)[field]);
  for (const distribution of distributions) {
    if (distribution === 'clusterscopeindex') return (port ?? usual) + index;
    if (port !== undefined) return port;
  }
  return undefined;
}

function fromSettings({ settings }: PortInput, { setting }: PortSource): number | undefined {
  for (const section of settings) {
    if (section === undefined) continue;
    const port = settingOf(section, setting);
    if (port !== undefined) return port;
  }
  return undefined;
}

/** A whole number from a section of settings. Keys are paths: slashes may be doubled, or stand at the ends. */
function settingOf(section: unknown, path: string): number | undefined {
  const fields = record(section);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const key = Object.keys(fields).find(
    (other) => other === path || (other.includes(name) && other.split('/').filter(Boolean).join('/') === path),
  );
  const value = key === undefined ? undefined : fields[key];
  return integer(typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : value);
}

function portTable(sources: Readonly<Partial<Record<keyof HostPorts, PortSource>>>) {
  return Object.entries(sources) as readonly [keyof HostPorts, PortSource][];
}
