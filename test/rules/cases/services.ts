import { type CheckContext, contextAnnotation, printContext } from '../../../src/checks/context';
import { chi, chk, files, type RuleCase } from '../rule-case';

const operator = (watches: readonly string[], version = '0.27.2', namespace = 'operators') => ({
  operator: { version, namespace, watches },
});
const environment = (name: string, context: CheckContext) => `
  apiVersion: v1
  kind: Namespace
  metadata:
    name: ${name}
    annotations: { ${contextAnnotation}: '${printContext(context)}' }
`;
const storageClass = (text: string, annotations = '{}') => `
  apiVersion: storage.k8s.io/v1
  kind: StorageClass
  metadata: { name: fast, annotations: ${annotations} }
  provisioner: ebs.csi.aws.com
  ${text.replaceAll('\n', '\n  ')}
`;
const defaultClass = '{ storageclass.kubernetes.io/is-default-class: "true" }';
const unnamedUser = chi('templates: { volumeClaimTemplates: [{ name: data }] }');
const user = chi('templates: { volumeClaimTemplates: [{ name: data, spec: { storageClassName: fast } }] }');
const pinnedUser = chi(`
  templates:
    podTemplates: [{ name: server, zone: { values: [eu-west-1a] } }]
    volumeClaimTemplates: [{ name: data, spec: { storageClassName: fast } }]
`);
const className = '/spec/templates/volumeClaimTemplates/0/spec/storageClassName';
const late = 'volumeBindingMode: WaitForFirstConsumer';
const retained = `${late}\nreclaimPolicy: Retain`;
const deployment = (namespace: string) => `
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: clickhouse-operator, namespace: ${namespace} }
  spec: { template: { spec: { containers: [{ name: operator, image: 'altinity/clickhouse-operator:0.27.2' }] } } }
`;

export const serviceCases: readonly RuleCase[] = [
  {
    rule: 'operator/watch-scope',
    fault: 'a namespace that no pattern matches',
    context: operator(['^data-', 'logs']),
    bad: chi('{}', 'events', 'analytics'),
    at: ['/metadata/namespace'],
    good: chi('{}', 'events', 'data-eu'),
  },
  {
    rule: 'operator/watch-scope',
    fault: 'a plain name, which is not taken for a pattern',
    context: operator(['data']),
    bad: chk('{}', 'keeper', 'data-eu'),
    at: ['/metadata/namespace'],
    good: chk('{}', 'keeper', 'data'),
  },
  {
    rule: 'operator/watch-scope',
    fault: 'nothing said, outside of kube-system',
    context: operator([]),
    bad: chi('{}'),
    at: ['/metadata/namespace'],
    good: chi('{}', 'events', 'operators'),
  },
  {
    rule: 'operator/overlapping-watches',
    fault: 'two operators for one namespace',
    bad: files(environment('one', operator(['.*'])), environment('two', operator(['two'], '0.27.2', 'others'))),
    at: [''],
    good: files(environment('one', operator(['one'])), environment('two', operator(['two'], '0.27.2', 'others'))),
  },
  {
    rule: 'operator/overlapping-watches',
    fault: 'the same in one cluster, not in two',
    bad: files(
      environment('one', { cluster: 'a', ...operator(['.*']) }),
      environment('two', { cluster: 'a', ...operator(['two'], '0.27.2', 'others') }),
    ),
    at: [''],
    good: files(
      environment('one', { cluster: 'a', ...operator(['.*']) }),
      environment('two', { cluster: 'b', ...operator(['two'], '0.27.2', 'others') }),
    ),
  },
  {
    rule: 'operator/versions-differ',
    fault: 'one operator with two releases',
    bad: files(environment('one', operator(['.*'])), environment('two', operator(['.*'], '0.26.3'))),
    at: [''],
    good: files(environment('one', operator(['.*'])), environment('two', operator(['.*']))),
  },
  {
    rule: 'operator/known-bad',
    fault: 'a release whose probe kills Keepers',
    context: operator(['.*'], '0.26.3'),
    bad: chk('{}'),
    at: [''],
    good: chi('{}'),
  },
  {
    rule: 'operator/known-bad',
    fault: 'a release that cannot start a quorum, which a single Keeper is not',
    context: operator(['.*'], '0.26.0'),
    bad: chk('configuration: { clusters: [{ name: main, layout: { replicasCount: 3 } }] }'),
    at: [''],
    good: chk('configuration: { clusters: [{ name: main, layout: { replicasCount: 1 } }] }'),
  },
  {
    rule: 'operator/kube-system',
    fault: 'the Deployment of the operator',
    bad: deployment('kube-system'),
    at: ['/metadata/namespace'],
    good: deployment('operators'),
  },
  {
    rule: 'operator/kube-system',
    fault: 'the operator of an environment',
    bad: environment('one', operator(['.*'], '0.27.2', 'kube-system')),
    at: [''],
    good: environment('one', operator(['.*'])),
  },
  {
    rule: 'storage-class/immediate-binding',
    fault: 'disks made at once for pinned pods',
    bad: files(storageClass('volumeBindingMode: Immediate'), pinnedUser),
    at: [className],
    good: files(storageClass(late), pinnedUser),
  },
  {
    rule: 'storage-class/immediate-binding',
    fault: 'pods that are pinned',
    bad: files(storageClass('reclaimPolicy: Retain'), pinnedUser),
    at: [className],
    good: files(storageClass('reclaimPolicy: Retain'), user),
  },
  {
    rule: 'storage-class/delete',
    fault: 'Delete, which is the default',
    bad: files(storageClass(late), user),
    at: [className],
    good: files(storageClass(retained), user),
  },
  {
    rule: 'storage-class/delete',
    fault: 'the default class of the cluster',
    bad: files(storageClass('reclaimPolicy: Delete', defaultClass), unnamedUser),
    at: ['/spec/templates/volumeClaimTemplates/0'],
    good: files(storageClass('reclaimPolicy: Delete'), unnamedUser),
  },
  {
    rule: 'storage-class/not-expandable',
    fault: 'no expansion',
    bad: files(storageClass(retained), user),
    at: [className],
    good: files(storageClass(`${retained}\nallowVolumeExpansion: true`), user),
  },
  {
    rule: 'network/not-enforced',
    fault: 'production on a platform that ignores policies',
    bad: environment('one', { stage: 'production', networkPolicy: 'off' }),
    at: [''],
    good: environment('one', { stage: 'development', networkPolicy: 'off' }),
  },
  {
    rule: 'network/enforcement-unknown',
    fault: 'production on a platform of which nobody knows',
    bad: environment('one', { stage: 'production', networkPolicy: 'unknown' }),
    at: [''],
    good: environment('one', { stage: 'production', networkPolicy: 'enforced' }),
  },
];
