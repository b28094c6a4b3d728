import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, writeKubeconfig } from './connection';
import { freePort } from './free-port';
import type { ProcessGroup } from './process-group';
import { kwokStages, programPath } from './programs';

/** Starts etcd and the API server. */
export async function startApiServer(processes: ProcessGroup, name: string): Promise<Connection> {
  const { directory } = processes;
  const [etcd, peer, port] = [await freePort(), await freePort(), await freePort()];
  const connection: Connection = {
    url: `https://127.0.0.1:${port}`,
    token: 'test-token',
    kubeconfig: join(directory, 'kubeconfig'),
    context: name,
  };
  writeFileSync(join(directory, 'tokens.csv'), `${connection.token},admin,1,"system:masters"\n`);
  writeServiceAccountKeys(directory);
  writeKubeconfig(connection);

  processes.start('etcd', await programPath('etcd'), [
    '--data-dir=etcd',
    '--unsafe-no-fsync', // the data is thrown away
    `--listen-client-urls=http://127.0.0.1:${etcd}`,
    `--advertise-client-urls=http://127.0.0.1:${etcd}`,
    `--listen-peer-urls=http://127.0.0.1:${peer}`,
    `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`,
    `--initial-cluster=default=http://127.0.0.1:${peer}`,
  ]);
  processes.start('kube-apiserver', await programPath('kube-apiserver'), [
    `--etcd-servers=http://127.0.0.1:${etcd}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    '--cert-dir=certificates',
    '--token-auth-file=tokens.csv',
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://local',
    '--service-account-signing-key-file=service-account.key',
    '--service-account-key-file=service-account.pub',
    '--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112', // both families: gateways may ask for either
    '--allow-privileged=true', // so that what refuses a privileged pod is Pod Security
  ]);
  return connection;
}

/** Starts what makes pods of workloads, binds volumes and deletes namespaces. */
export async function startControllers(processes: ProcessGroup, { kubeconfig }: Connection): Promise<void> {
  processes.start('kube-controller-manager', await programPath('kube-controller-manager'), [
    ...companionFlags(kubeconfig),
    '--service-account-private-key-file=service-account.key',
    '--enable-hostpath-provisioner=true', // binds claims of classes with provisioner kubernetes.io/host-path
  ]);
}

/** Starts what gives pods a node. */
export async function startScheduler(processes: ProcessGroup, { kubeconfig }: Connection): Promise<void> {
  processes.start('kube-scheduler', await programPath('kube-scheduler'), companionFlags(kubeconfig));
}

/** Starts what reports all nodes, and the pods on them, as running. */
export async function startKwok(processes: ProcessGroup, { kubeconfig }: Connection): Promise<void> {
  const stages = await kwokStages();
  processes.start('kwok', await programPath('kwok'), [
    `--kubeconfig=${kubeconfig}`,
    '--manage-all-nodes=true',
    '--cidr=10.0.0.0/24',
    '--node-ip=10.0.0.1',
    `--server-address=127.0.0.1:${await freePort()}`,
    ...['node/fast/node-initialize', 'node/heartbeat/node-heartbeat'].map((file) => `--config=${stages}/${file}.yaml`),
    ...['pod-ready', 'pod-complete', 'pod-delete'].map((file) => `--config=${stages}/pod/fast/${file}.yaml`),
  ]);
}

function companionFlags(kubeconfig: string): readonly string[] {
  return [`--kubeconfig=${kubeconfig}`, '--leader-elect=false', '--bind-address=127.0.0.1', '--secure-port=0'];
}

function writeServiceAccountKeys(directory: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const file = (extension: string) => join(directory, `service-account.${extension}`);
  writeFileSync(file('key'), privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  writeFileSync(file('pub'), publicKey.export({ type: 'spki', format: 'pem' }));
}
