import type { Settings } from '../altinity/spec/values';
import { layerCertificate } from '../environment/server-tls';
import type { EdgeListener } from './data-plane/model';

/** Ports of servers that a gateway connects to. They are open for its pods alone. */
export const backendPorts: Readonly<Record<EdgeListener, number>> = { https: 8445, native: 9445 };

/** What stands between the socket of a server and its protocol. */
export interface Layers {
  /** Whether the address of the client comes first, as version 1 of the PROXY protocol: the only one that it reads. */
  readonly header: 'none' | 'v1';
  /** `server`: with the certificate that servers have among each other. A path: with that one, without `.crt`. */
  readonly tls: 'none' | 'server' | string;
}

const protocols: readonly (readonly [listener: EdgeListener, type: string])[] = [
  ['https', 'http'],
  ['native', 'tcp'],
];

/**
 * Configuration of both ports: a stack of layers each, the outermost with the port.
 * @see https://clickhouse.com/docs/operations/settings/composable-protocols
 */
export function renderLayers({ header, tls }: Layers): Settings {
  const settings: Record<string, string | number> = {};
  for (const [listener, type] of protocols) {
    const stack = [
      { name: `edge_${type}`, type },
      ...(tls === 'none' ? [] : [{ name: `edge_${type}_tls`, type: 'tls' }]),
      ...(header === 'none' ? [] : [{ name: `edge_${type}_proxy`, type: 'proxy1' }]),
    ];
    for (const [index, layer] of stack.entries()) {
      const inner = stack[index - 1];
      settings[`protocols/${layer.name}/type`] = layer.type;
      if (inner) settings[`protocols/${layer.name}/impl`] = inner.name;
      if (layer.type === 'tls' && tls !== 'server') Object.assign(settings, layerCertificate(layer.name, tls));
    }
    settings[`protocols/${stack.at(-1)?.name}/port`] = backendPorts[listener];
  }
  return settings;
}
