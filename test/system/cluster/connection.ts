import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

/** How to reach an API server. Plain data, so that it can be handed to test files and child processes. */
export interface Connection {
  /** `https://127.0.0.1:<port>`; its certificate is signed by nobody. */
  readonly url: string;
  /** Bearer token of an administrator. */
  readonly token: string;
  /** Path of a kubeconfig file, for tests of the command line. */
  readonly kubeconfig: string;
  /** Context in that file. */
  readonly context: string;
}

/** Writes the kubeconfig file of a connection. */
export function writeKubeconfig({ url, token, kubeconfig, context }: Connection): void {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: context, cluster: { server: url, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: context, context: { cluster: context, user: 'admin' } }],
    'current-context': context,
  };
  writeFileSync(kubeconfig, stringify(config), { mode: 0o600 });
}
