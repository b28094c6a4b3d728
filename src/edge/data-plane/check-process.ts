import { isDnsSubdomain } from '../../kubernetes/names';
import type { Problems } from '../../kubernetes/prop-error';
import { type Check, cidr, leaf, listOf, oneOf, required, shape, when, wholeNumber } from '../../kubernetes/shape';
import { certificateName } from './config-backends';
import type { EdgeAuthority, EdgeProcess } from './model';
import { mostConnections, openFilesNeeded } from './render-config';
import { isAddress } from './special-addresses';

// A socket has 107 characters (unix(7)); HAProxy binds it under a longer name first: `tls-native.sock.12345.tmp`.
const longestDirectory = 107 - '/tls-native.sock.4194304.tmp'.length;

const demand = { must: 'be set', fix: 'set it.' };
const needed = (check: Check) => required(check, demand);
const count = (least: number, most: number) => needed(wholeNumber(least, most));

const directory = leaf((value) => typeof value === 'string' && isPath(value) && value.length <= longestDirectory, {
  rule: 'edge/directory',
  must: `be an absolute path of letters, digits, ".", "_" and "-", at most ${longestDirectory} characters`,
  fix: "write '/run/edge'.",
});

const domain = leaf((value) => typeof value === 'string' && isDnsSubdomain(value), {
  rule: 'edge/cluster-domain',
  must: 'be a DNS name in lower case',
  fix: "write 'cluster.local'.",
});

const nameServer = leaf((value) => isNameServer(String(value)), {
  rule: 'edge/name-server',
  must: 'be an address and a port',
  fix: "write '10.96.0.10:53'.",
});

const path = leaf((value) => typeof value === 'string' && value.length <= 1024 && isPath(value), {
  rule: 'edge/authority-file',
  must: 'be an absolute path of letters, digits, ".", "_" and "-"',
  fix: "write '/etc/edge/authorities/production/ca.crt'.",
});

const authorityName = leaf((value) => typeof value === 'string' && /^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/.test(value), {
  rule: 'edge/authority-name',
  must: 'be a DNS label in lower case of at most 32 characters',
  fix: "write 'production'.",
});

// The pod has no right to ports below 1024.
const port = count(1024, 65_535);

const processShape = shape<EdgeProcess>({
  directory: needed(directory),
  ports: needed(shape<EdgeProcess['ports']>({ https: port, native: port, metrics: port })),
  family: needed(oneOf(['ipv4', 'ipv6', 'dual'])),
  clientAddress: needed(oneOf(['direct', 'proxyProtocol'])),
  certificates: needed(listOf(directory)),
  authorities: needed(listOf(shape<EdgeAuthority>({ name: needed(authorityName), file: needed(path) }))),
  threads: count(1, 64),
  maxConnections: count(1, 10_000_000),
  openFiles: count(1, 1_073_741_816),
  drainSeconds: count(1, 86_400),
  abuse: needed(shape<EdgeProcess['abuse']>({ refusals: count(1, 1_000_000), connections: count(1, 10_000_000) })),
  nameServers: needed(
    when(
      (value) => value === 'resolv.conf',
      () => {},
      listOf(nameServer, { least: 1 }),
    ),
  ),
  clusterDomain: needed(domain),
  refusedBackends: needed(listOf(cidr)),
  chainDepth: count(1, 160),
});

/** Reports everything that would keep HAProxy from starting, or that it would read differently than it is meant. */
export function checkEdgeProcess(process: EdgeProcess, problems: Problems): void {
  processShape(process, '', problems);
  if (['ports', 'maxConnections', 'certificates', 'authorities'].some((prop) => problems.has(prop))) return;
  const { certificates, authorities } = process;
  checkNames('certificates', 'have another last part', certificates.map(certificateName), problems);
  checkNames(
    'authorities',
    'have another name',
    authorities.map(({ name }) => name),
    problems,
  );
  const ports = Object.entries(process.ports);
  for (const [name, number] of ports) {
    const [same] = ports.find(([, other]) => other === number) ?? [name];
    if (same !== name) {
      problems.add({
        rule: 'edge/port-twice',
        prop: `ports.${name}`,
        must: `differ from ports.${same}`,
        got: number,
        fix: 'choose another port.',
      });
    }
  }
  const files = openFilesNeeded(process);
  if (problems.has('openFiles') || files <= process.openFiles) return;
  // HAProxy's own check calls such a configuration valid, and then it does not start.
  problems.add({
    rule: 'edge/open-files',
    prop: 'maxConnections',
    must: `need no more open files than the ${process.openFiles} of openFiles; these need ${files}`,
    got: process.maxConnections,
    fix: `write at most ${mostConnections(process.openFiles, process.certificates)}, or give the container more.`,
  });
}

// Names of the metrics and of backends.
function checkNames(prop: string, must: string, names: readonly string[], problems: Problems): void {
  for (const [index, name] of names.entries()) {
    const first = names.indexOf(name);
    if (first === index) continue;
    problems.add({
      rule: `edge/${prop}-twice`,
      prop: `${prop}[${index}]`,
      must: `${must} than ${prop}[${first}]`,
      got: name,
      fix: 'rename one of them.',
    });
  }
}

function isPath(text: string): boolean {
  return /^(\/[A-Za-z0-9._-]+)+$/.test(text);
}

function isNameServer(text: string): boolean {
  const [, address = '', port = ''] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  return isAddress(address) && Number(port) >= 1 && Number(port) <= 65_535;
}
