import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Platform } from 'anyhouse';
import { MinikubeCluster, type MinikubeClusterArgs } from 'anyhouse/pulumi';
import { parse, stringify } from 'yaml';
import { underMocks, valueIn } from '../support/pulumi-mocks';

/** As minikube 1.38 writes it. */
const signed = [
  {
    name: 'cluster_info',
    extension: {
      'last-update': 'Sat, 21 Nov 2026 19:00:00 UTC',
      provider: 'minikube.sigs.k8s.io',
      version: 'v1.38.0',
    },
  },
];
const entry = (name: string, server: string, extensions?: unknown) => ({
  contexts: [
    { name, context: { cluster: name, user: name, namespace: 'default', ...(extensions ? { extensions } : {}) } },
  ],
  clusters: [{ name, cluster: { 'certificate-authority': 'ca.crt', server, ...(extensions ? { extensions } : {}) } }],
  users: [{ name, user: { 'client-certificate': 'client.crt', 'client-key': 'client.key' } }],
});
const together = (...parts: readonly ReturnType<typeof entry>[]) =>
  stringify({
    apiVersion: 'v1',
    kind: 'Config',
    // Production is current, and nobody may end up there.
    'current-context': 'prod',
    contexts: parts.flatMap(({ contexts }) => contexts),
    clusters: parts.flatMap(({ clusters }) => clusters),
    users: parts.flatMap(({ users }) => users),
  });

const minikube = entry('minikube', 'https://192.168.49.2:8443', signed);
const kind = entry('kind-dev', 'https://127.0.0.1:38251');
const prod = entry('prod', 'https://ABC.gr7.eu-west-1.eks.amazonaws.com');
const all = together(minikube, kind, prod);

let folder: string;
let config: string;
const { KUBECONFIG: ambient, HOME: home } = process.env;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anyhouse-kubeconfig-'));
  config = join(folder, 'config');
  writeFileSync(config, all);
  delete process.env.KUBECONFIG;
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  if (ambient !== undefined) process.env.KUBECONFIG = ambient;
  process.env.HOME = home;
});

const started = (args: MinikubeClusterArgs) => underMocks(() => new MinikubeCluster('local', args));
const kubeconfigOf = async (args: MinikubeClusterArgs) => {
  const { result } = await started(args);
  return parse((await valueIn(result.kubeconfig)).value);
};

test('a cluster is a provider for one context', async () => {
  const { result, resources } = await started({ context: 'minikube', kubeconfig: config });
  expect(resources.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'anyhouse:pulumi:MinikubeCluster local',
    'pulumi:providers:kubernetes local-kubernetes',
  ]);
  expect(resources[0]?.inputs).toEqual({});
  expect(resources[1]?.inputs).toMatchObject({ context: 'minikube', clusterIdentifier: 'minikube/minikube' });
  expect(await valueIn(result.kubeconfig)).toMatchObject({ known: true, secret: true });
});

test('the provider sees this context alone, with absolute paths, and without what changes with every start', async () => {
  expect(await kubeconfigOf({ context: 'minikube', kubeconfig: config })).toEqual({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'minikube',
    contexts: [{ name: 'minikube', context: { cluster: 'minikube', user: 'minikube', namespace: 'default' } }],
    clusters: [
      {
        name: 'minikube',
        cluster: { 'certificate-authority': join(folder, 'ca.crt'), server: 'https://192.168.49.2:8443' },
      },
    ],
    users: [
      {
        name: 'minikube',
        user: { 'client-certificate': join(folder, 'client.crt'), 'client-key': join(folder, 'client.key') },
      },
    ],
  });
});

test.each([
  ['minikube', undefined, 'minikube', 'off'],
  ['kind-dev', undefined, 'kind', 'unknown'],
  ['minikube', 'enforced' as const, 'minikube', 'enforced'],
])('context %s with networkPolicy %s is platform %s', async (context, networkPolicy, name, enforced) => {
  const { result } = await started({ context, kubeconfig: config, networkPolicy });
  expect(result.platform.name).toBe(name);
  expect(result.platform.facts).toMatchObject({ cluster: context, networkPolicy: enforced });
});

test('a profile of another name, and a kind cluster under another name of its context, are known', async () => {
  const profile = entry('analytics', 'https://127.0.0.1:55001', signed);
  const renamed = {
    ...kind,
    contexts: [{ name: 'dev', context: { cluster: 'kind-dev', user: 'kind-dev', namespace: 'default' } }],
  };
  const text = together(profile, renamed);
  expect((await started({ context: 'analytics', kubeconfig: text })).result.platform.name).toBe('minikube');
  expect((await started({ context: 'dev', kubeconfig: text })).result.platform.name).toBe('kind');
});

test('$KUBECONFIG may list files: the first to name something wins, and one that is not there is passed over', async () => {
  const other = join(folder, 'other');
  writeFileSync(other, together(entry('minikube', 'https://192.168.58.2:8443', signed), kind));
  process.env.KUBECONFIG = [join(folder, 'nothing'), config, other].join(delimiter);
  expect((await kubeconfigOf({ context: 'minikube' })).clusters[0].cluster.server).toBe('https://192.168.49.2:8443');
  process.env.KUBECONFIG = [other, config].join(delimiter);
  expect((await kubeconfigOf({ context: 'minikube' })).clusters[0].cluster.server).toBe('https://192.168.58.2:8443');
});

test('a command of a user is a path where it has a slash', async () => {
  const users = [{ name: 'minikube', user: { exec: { command: 'bin/token', args: ['get'] } } }];
  writeFileSync(config, together({ ...minikube, users: users as never }));
  const made = await kubeconfigOf({ context: 'minikube', kubeconfig: config });
  expect(made.users[0].user.exec).toEqual({ command: join(folder, 'bin/token'), args: ['get'] });
});

test('another cluster is taken with a reason, and with a platform where none can be told', async () => {
  const remote = together(entry('minikube', 'https://build.example.com:8443', signed), prod);
  const reasoned = { kubeconfig: remote, allowOther: 'the build server' };
  expect((await started({ ...reasoned, context: 'minikube' })).result.platform.name).toBe('minikube');
  const platform = Platform.custom({ name: 'k3s', storage: { className: 'local-path', expandable: false } });
  const { result } = await started({ ...reasoned, context: 'prod', platform });
  expect(result.platform).toMatchObject({ name: 'k3s', facts: { cluster: 'prod' } });
});

describe('what is refused', () => {
  const message = (args: object) => {
    try {
      new MinikubeCluster('local', args as MinikubeClusterArgs);
    } catch (error) {
      return (error as Error).message.replaceAll(folder, '');
    }
    return undefined;
  };
  const remote = together(entry('minikube', 'https://203.0.113.7:8443', signed));
  const opened = together(entry('kind-dev', 'https://10.0.0.7:6443'));

  // biome-ignore format: one case a line is easier to read
  test.each([
    ['no context', () => ({ kubeconfig: config }), "MinikubeCluster 'local': context must name a context of the kubeconfig: the current one may be a cluster in production, got nothing. Fix: write context: 'minikube'; kubectl config get-contexts lists them. [kubeconfig/context]"],
    ['an empty context', () => ({ context: ' ', kubeconfig: config }), `MinikubeCluster 'local': context must name a context of the kubeconfig, got " ". Fix: write context: 'minikube'; kubectl config get-contexts lists them. [kubeconfig/context]`],
    ['a context that is not there', () => ({ context: 'analytics', kubeconfig: config }), `MinikubeCluster 'local': context must be a context of /config, which holds minikube, kind-dev, prod, got "analytics". Fix: start it: minikube start --profile analytics. [kubeconfig/context]`],
    ['a misspelt context', () => ({ context: 'kind_dev', kubeconfig: config }), `MinikubeCluster 'local': context must be a context of /config, which holds minikube, kind-dev, prod, got "kind_dev". Fix: write 'kind-dev'. [kubeconfig/context]`],
    ['a kubeconfig without contexts', () => ({ context: 'minikube', kubeconfig: '{"contexts":[]}' }), `MinikubeCluster 'local': context must be a context of the given text, which holds none, got "minikube". Fix: start it: minikube start --profile minikube. [kubeconfig/context]`],
    ['a context without its cluster', () => ({ context: 'minikube', kubeconfig: together({ ...minikube, clusters: [] }) }), `MinikubeCluster 'local': context must lead to a cluster with a server and to a user, both in the given text, got "minikube", which has no cluster with a server. Fix: start it again: minikube start --profile minikube. [kubeconfig/context]`],
    ['a context without its user', () => ({ context: 'minikube', kubeconfig: together({ ...minikube, users: [] }) }), `MinikubeCluster 'local': context must lead to a cluster with a server and to a user, both in the given text, got "minikube", which has no user. Fix: start it again: minikube start --profile minikube. [kubeconfig/context]`],
    ['a file that is not there', () => ({ context: 'minikube', kubeconfig: '/nothing/here' }), `MinikubeCluster 'local': kubeconfig must be a file that exists, or the text of one, got "/nothing/here". Fix: start the cluster first: minikube start writes ~/.kube/config; or write the path. [kubeconfig/file]`],
    ['a directory', () => ({ context: 'minikube', kubeconfig: folder }), `MinikubeCluster 'local': kubeconfig must be a file that exists, or the text of one, got "". Fix: start the cluster first: minikube start writes ~/.kube/config; or write the path. [kubeconfig/file]`],
    ['an empty file', () => { writeFileSync(config, ''); return { context: 'minikube', kubeconfig: config }; }, `MinikubeCluster 'local': context must be a context of /config, which holds none, got "minikube". Fix: start it: minikube start --profile minikube. [kubeconfig/context]`],
    ['a list of files none of which is there', () => { process.env.KUBECONFIG = `/a${delimiter}/b`; return { context: 'minikube' }; }, `MinikubeCluster 'local': kubeconfig must be a file that exists, or the text of one, got nothing at $KUBECONFIG=/a:/b. Fix: start the cluster first: minikube start writes ~/.kube/config; or write the path. [kubeconfig/file]`],
    ['no file at all', () => { process.env.HOME = folder; return { context: 'minikube' }; }, `MinikubeCluster 'local': kubeconfig must be a file that exists, or the text of one, got nothing at ~/.kube/config. Fix: start the cluster first: minikube start writes ~/.kube/config; or write the path. [kubeconfig/file]`],
    ['text that is no kubeconfig', () => ({ context: 'minikube', kubeconfig: 'user: secret\npassword: secret' }), `MinikubeCluster 'local': kubeconfig must be a kubeconfig, in YAML or JSON, got something else in the given text. Fix: kubectl config view --raw prints the one that kubectl uses. [kubeconfig/file]`],
    ['text that is no YAML', () => ({ context: 'minikube', kubeconfig: '{"token": "secret' }), `MinikubeCluster 'local': kubeconfig must be a kubeconfig, in YAML or JSON, got something else in the given text. Fix: kubectl config view --raw prints the one that kubectl uses. [kubeconfig/file]`],
    ['a cluster in a cloud', () => ({ context: 'prod', kubeconfig: config }), `MinikubeCluster 'local': context must be a cluster of minikube or kind on this machine, got "prod", which neither of them wrote, at https://ABC.gr7.eu-west-1.eks.amazonaws.com. Fix: name another context (minikube, kind-dev), or give a reason: allowOther: 'minikube on the build server'. [kubeconfig/elsewhere]`],
    ['a minikube on another machine', () => ({ context: 'minikube', kubeconfig: remote }), `MinikubeCluster 'local': context must be a cluster of minikube or kind on this machine, got "minikube", of minikube at https://203.0.113.7:8443. Fix: name another context, or give a reason: allowOther: 'minikube on the build server'. [kubeconfig/elsewhere]`],
    ['a kind cluster on another machine', () => ({ context: 'kind-dev', kubeconfig: opened }), `MinikubeCluster 'local': context must be a cluster of minikube or kind on this machine, got "kind-dev", of kind at https://10.0.0.7:6443. Fix: name another context, or give a reason: allowOther: 'minikube on the build server'. [kubeconfig/elsewhere]`],
    ['another cluster without a platform', () => ({ context: 'prod', kubeconfig: config, allowOther: 'k3s' }), `MinikubeCluster 'local': platform must say where the context leads: it is neither minikube nor kind, whose disks differ, got nothing. Fix: write platform: Platform.custom({ name, storage: { className, expandable } }). [kubeconfig/elsewhere]`],
    ['an unknown argument', () => ({ context: 'minikube', kubeConfig: config }), `MinikubeCluster 'local': kubeConfig must not be set: there is no such prop, got "kubeConfig". Fix: write "kubeconfig". [props/unknown]`],
  ])('%s', (_, args, expected) => {
    expect(message(args())).toBe(expected);
  });
});
