import { backends, certificateDays, dialled } from './config-backends';
import { authorize, refuse } from './config-rules';
import { contentId } from './content-id';
import { type EdgeListener, type EdgeProcess, edgeListeners } from './model';

/** Longest key of a route: a listener, a slash and a DNS name. Longer keys would share their counters. */
export const longestKey = Math.max(...edgeListeners.map((name) => name.length)) + 1 + 253;

/** Routes that the table of limits holds at the same time. Entries take memory only while a route is in use. */
export const mostRoutes = 100_000;

/** Connections of HAProxy itself beside those of clients: health, metrics, the runtime sockets. */
const ownConnections = 100;

/** Files that HAProxy opens at most, so that it starts: two for each connection, and twice that where TLS ends here. */
export function openFilesNeeded({
  maxConnections,
  certificates,
}: Pick<EdgeProcess, 'maxConnections' | 'certificates'>): number {
  return 2 * allConnections(maxConnections, certificates) + 200;
}

/** Clients that so many open files are enough for, at least one. */
export function mostConnections(openFiles: number, certificates: readonly string[]): number {
  const needed = (maxConnections: number) => openFilesNeeded({ maxConnections, certificates });
  return Math.max(1, Math.floor((openFiles - needed(0)) / (needed(1) - needed(0))));
}

/** Where the fixed configuration and the tables lie: a link that the applying script moves in one step. */
export function liveDirectory({ directory }: Pick<EdgeProcess, 'directory'>): string {
  return `${directory}/live`;
}

/**
 * The fixed part of the edge as `haproxy.cfg`, for HAProxy 2.6 to 3.4. Routes, ranges and load balancers are data and not
 * in it. Its `description` is a hash of the rest, by which the applying script sees what HAProxy runs.
 */
export function renderConfig(process: EdgeProcess): string {
  const sections = [
    defaults,
    resolvers(process),
    stickTables,
    edgeFrontend(process),
    ...(process.certificates.length > 0 ? [termination(process), certificateDays(process)] : []),
    backends(process),
    health(process),
  ];
  const rest = [global(process), ...sections].join('\n');
  const revision = contentId(rest);
  return rest.replace('\n', `\n  description ${revision}\n`);
}

function allConnections(clients: number, certificates: readonly string[]): number {
  return clients * (certificates.length > 0 ? 2 : 1) + ownConnections;
}

// `default-path config`: a directory of files is checked as it is, and then moved to where it is used.
const global = ({ directory, threads, maxConnections, certificates, drainSeconds }: EdgeProcess) => `global
  default-path config
  log stdout format raw local0 info
  stats socket ${directory}/admin.sock mode 600 level admin
  maxconn ${allConnections(maxConnections, certificates)}
  nbthread ${threads}
  hard-stop-after ${drainSeconds}s
  ssl-load-extra-del-ext
  ssl-default-bind-options ssl-min-ver TLSv1.2
  ssl-default-bind-ciphers ECDHE+AESGCM:ECDHE+CHACHA20
`;

// A short client timeout ends stalled handshakes; established streams live by the tunnel timeout.
const defaults = `defaults
  mode tcp
  log global
  log-format "%ci:%cp %[var(sess.key)] %b %[var(sess.refused)] %U %B %Tt %ts %{+Q}[bc_err_str] %{+Q}[ssl_bc_err_str]"
  timeout connect 5s
  timeout client 10s
  timeout server 10s
  timeout tunnel 24h
  timeout client-fin 10s
  timeout http-request 5s
  option clitcpka
  option srvtcpka
`;

const resolvers = ({ nameServers }: EdgeProcess) => `resolvers cluster
${nameServers === 'resolv.conf' ? '  parse-resolv-conf' : nameServers.map((address, index) => `  nameserver ns${index} ${address}`).join('\n')}
  accepted_payload_size 4096
  resolve_retries 2
  timeout resolve 500ms
  timeout retry 500ms
`;

const stickTables = `backend st_src
  stick-table type ipv6 size 100k expire 10m store gpc0,gpc0_rate(10s),conn_rate(10s)

backend st_route
  stick-table type string len ${longestKey + 1} size ${mostRoutes} expire 10m store conn_cur,conn_rate(10s)
`;

function edgeFrontend(process: EdgeProcess): string {
  const { ports, maxConnections, abuse, certificates } = process;
  const trusted = `  tcp-request connection expect-proxy layer4 if { src -f trusted_lb.lst }
  tcp-request connection reject unless { src -f trusted_lb.lst }
`;
  return `frontend fe_edge
${edgeListeners.map((name) => `  bind ${address(process, ports[name])} name ${name}`).join('\n')}
  maxconn ${maxConnections}
${process.clientAddress === 'proxyProtocol' ? trusted : ''}  tcp-request session reject if { src 2002::/16 } or { src ::/96 }
  tcp-request session track-sc0 src table st_src
  tcp-request session reject if { sc0_gpc0_rate gt ${abuse.refusals} } or { sc0_conn_rate gt ${abuse.connections} }
  tcp-request inspect-delay 3s
${refuse('garbage', '{ req.len gt 0 } !{ req.payload(0,1) -m bin 16 }')}
${refuse('garbage', '{ req.ssl_hello_type 1 } !{ req.ssl_sni -m found }')}
  tcp-request content set-var(sess.sni) req.ssl_sni,lower if { req.ssl_hello_type 1 }
${refuse('garbage', '!{ var(sess.sni) -m found } WAIT_END')}
${authorize(process)}
  tcp-request content track-sc1 var(sess.key) table st_route
${refuse('limit', '{ sc1_conn_cur,sub(sess.maxconn) gt 0 }')}
${refuse('limit', '{ sc1_conn_rate,sub(sess.maxrate) gt 0 }')}
${certificates.length > 0 ? '  tcp-request content accept if { var(sess.mode) -m str term }\n' : ''}${resolve(process, 'pass')}
  use_backend be_refused_%[var(sess.refused)] if { var(sess.refused) -m found }
${certificates.length > 0 ? '  use_backend be_term_%[so_name] if { var(sess.mode) -m str term }\n' : ''}${dialled(process)}
  default_backend be_refused_other
`;
}

// The name and the client are judged again: the tables may have changed since, and a client may name two servers.
function termination(process: EdgeProcess): string {
  const certificates = process.certificates.map((directory) => `crt ${directory}/tls.crt`).join(' ');
  const bind = (name: EdgeListener) =>
    `  bind unix@${process.directory}/tls-${name}.sock mode 600 name ${name} accept-proxy ssl strict-sni ${certificates}`;
  return `frontend fe_term
${edgeListeners.map(bind).join('\n')}
  tcp-request inspect-delay 3s
  tcp-request content set-var(sess.sni) ssl_fc_sni,lower
${refuse('garbage', '!{ var(sess.sni) -m found }')}
${authorize(process)}
${resolve(process, 'term')}
  use_backend be_refused_%[var(sess.refused)] if { var(sess.refused) -m found }
${dialled(process)}
  default_backend be_refused_other

${edgeListeners.map((name) => `backend be_term_${name}\n  server edge unix@${process.directory}/tls-${name}.sock send-proxy-v2\n`).join('\n')}`;
}

/** Looks the backend up, in the frontend: in a backend section no query is sent. */
function resolve({ clusterDomain, refusedBackends, family }: EdgeProcess, mode: 'pass' | 'term'): string {
  const named = `{ var(sess.host) -m end .${clusterDomain} }`;
  const query = `do-resolve(sess.ip,cluster,${family === 'ipv6' ? 'ipv6' : 'ipv4'}) var(sess.host)`;
  return [
    refuse('other', `!{ var(sess.mode) -m str ${mode} }`),
    `  tcp-request content ${query} if ${named}`,
    `  tcp-request content set-var(sess.ip) var(sess.host) unless ${named}`,
    refuse('backend', '!{ var(sess.ip) -m found }'),
    ...refusedBackends.map((range) => refuse('backend', `{ var(sess.ip) -m ip ${range} }`)),
  ].join('\n');
}

// The applying script tells with these servers how it goes: `files` is in maintenance while a change cannot be applied,
// and metrics show it; `first` is until something was applied in this pod. A process that stops has closed this port.
const health = (process: EdgeProcess) => `backend be_applied
  server files 0.0.0.0:0
  server first 0.0.0.0:0 disabled

frontend fe_health
  mode http
  bind ${address(process, process.ports.metrics)}
  monitor-uri /healthz
  http-request set-log-level silent
  http-request return status 200 if { path /readyz } { srv_is_up(be_applied/first) }
  http-request return status 503 if { path /readyz }
  http-request use-service prometheus-exporter if { path /metrics }
  http-request deny
`;

function address({ family }: EdgeProcess, port: number): string {
  if (family === 'ipv4') return `0.0.0.0:${port}`;
  return `:::${port} ${family === 'dual' ? 'v4v6' : 'v6only'}`;
}
