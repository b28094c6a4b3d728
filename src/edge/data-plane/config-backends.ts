import { type Refusal, refusals } from './config-rules';
import type { EdgeAuthority, EdgeProcess } from './model';
import { noAuthority } from './render-data';

/** Where the applying script puts its copy of an authority, seen from the configuration. */
export function authorityFile(name: string): string {
  return `authorities/${name}.crt`;
}

/** Name of a certificate in the metrics: the last part of its directory. */
export function certificateName(directory: string): string {
  return directory.split('/').at(-1) ?? '';
}

/** The largest weight of a server in HAProxy, so more days are not told. */
const mostDays = 256;

/** Rules that choose the backend of a route. Each has its condition: none stands in for another that is missing. */
export function dialled({ authorities }: EdgeProcess): string {
  const plain = `{ var(sess.authority) -m str -- ${noAuthority} }`;
  return [
    `  use_backend be_tcp_%[var(sess.proxy)] if ${plain}`,
    ...(authorities.length > 0
      ? [`  use_backend be_tls_%[var(sess.proxy)]_%[var(sess.authority)] unless ${plain}`]
      : []),
  ].join('\n');
}

/** Backends of routes, and one for every reason to refuse, so that the built-in metrics count refusals by reason. */
export function backends({ authorities }: EdgeProcess): string {
  const refused = (reason: Refusal) => `backend be_refused_${reason}\n  tcp-request content reject\n`;
  const server = (name: string, options: string) => `backend ${name}
  tcp-request content set-dst var(sess.ip)
  tcp-request content set-dst-port var(sess.port)
  server dyn 0.0.0.0:0${options}
`;
  const headers = [
    ['none', ''],
    ['v1', ' send-proxy'],
    ['v2', ' send-proxy-v2'],
  ] as const;
  return [
    ...headers.map(([name, header]) => server(`be_tcp_${name}`, header)),
    ...authorities.flatMap((authority) =>
      headers.map(([name, header]) => server(`be_tls_${name}_${authority.name}`, `${header}${believing(authority)}`)),
    ),
    ...refusals.map(refused),
  ].join('\n');
}

// The name in SNI is the one that the certificate has to have; `verifyhost` is for a connection without, and nobody has
// it. Every certificate is looked at: HAProxy before 3.4 may resume the session of another name (issue 3195).
function believing({ name }: EdgeAuthority): string {
  const sni = 'sni var(sess.host) verifyhost none.invalid';
  return ` ssl verify required ca-file ${authorityFile(name)} ${sni} ssl-min-ver TLSv1.2 no-ssl-reuse`;
}

/** The weight of a server is the days that its certificate is still valid, which the applying script looks up. */
export const certificateDays = ({ certificates }: EdgeProcess) => `backend be_certificates
${certificates.map((directory) => `  server ${certificateName(directory)} 0.0.0.0:0 weight ${mostDays}`).join('\n')}
`;
