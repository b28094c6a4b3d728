import type { EdgeProcess } from './model';

/**
 * Why a connection is refused: `garbage` is no TLS or has no usable name, `name` has no route, `client` is not allowed,
 * `limit` is reached, `backend` has no address, `other` should not happen. Each has a backend, and so a metric.
 */
export const refusals = ['garbage', 'name', 'client', 'limit', 'backend', 'other'] as const;

/** One of {@link refusals}. */
export type Refusal = (typeof refusals)[number];

/** These tell of a client that tries; the others tell of the edge or its backends. */
const held: readonly Refusal[] = ['garbage', 'name', 'client'];

/** Rules that end the judgement of a connection when a condition holds. */
export function refuse(reason: Refusal, condition: string): string {
  const refused = '{ var(sess.refused) -m found }';
  return [
    `  tcp-request content set-var(sess.refused) str(${reason}) if ${condition}`,
    ...(held.includes(reason) ? [`  tcp-request content sc-inc-gpc0(0) if ${refused}`] : []),
    `  tcp-request content accept if ${refused}`,
  ].join('\n');
}

/**
 * Rules that find the route of `sess.sni` and judge the client. A client may come in when one of the ranges around its
 * address is a pair with the policy of the route. There are two tables of ranges, of which the second is empty but while
 * an update is under way: then one belongs to the old routes and one to the new.
 */
export function authorize({ chainDepth }: Pick<EdgeProcess, 'chainDepth'>): string {
  const fields = ['mode', 'proxy', 'host', 'port', 'policy', 'maxconn', 'maxrate', 'authority'];
  return [
    refuse('garbage', "!{ var(sess.sni) -m reg '^[a-z0-9][a-z0-9.-]{0,252}$' }"),
    set('key', 'so_name,concat(/,sess.sni)'),
    set('route', 'var(sess.key),map_str(routes.map)'),
    refuse('name', '!{ var(sess.route) -m found }'),
    ...fields.map((field, index) => set(field, `var(sess.route),field(${index + 1},|)`)),
    set('ok', 'str(0)'),
    ...['src_class.map', 'src_class_next.map'].flatMap((table) => tried(table, chainDepth)),
    refuse('client', '!{ var(sess.policy) -m str open } !{ var(sess.ok) -m str 1 }'),
  ].join('\n');
}

function tried(table: string, depth: number): readonly string[] {
  const missing = ' if !{ var(sess.ok) -m str 1 }';
  return [
    set('chain', `src,map_ip(${table},none)`, missing),
    ...Array.from({ length: depth }, (_, index) => [
      set('pair', `var(sess.chain),field(${index + 1},|),concat(/,sess.policy)`, missing),
      set('ok', 'var(sess.pair),map_str(allow.map,0)', missing),
    ]).flat(),
  ];
}

function set(name: string, expression: string, condition = ''): string {
  return `  tcp-request content set-var(sess.${name}) '${expression}'${condition}`;
}
