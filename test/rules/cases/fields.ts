// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is how a token looks
import { chi, chk, type RuleCase } from '../rule-case';

const operator = (version: string) => ({ operator: { version, namespace: 'operators', watches: ['.*'] } });

export const fieldCases: readonly RuleCase[] = [
  {
    rule: 'fields/unknown',
    fault: 'a misspelt field',
    bad: chi('configuration: { cluster: [] }'),
    at: ['/spec/configuration/cluster'],
    good: chi('configuration: { clusters: [] }'),
  },
  {
    rule: 'fields/unknown',
    fault: 'a field of ClickHouse in a Keeper',
    bad: chk('reconcile: {}'),
    at: ['/spec/reconcile'],
    good: chk('reconciling: {}'),
  },
  {
    rule: 'fields/known',
    fault: 'a number of shards that is an Output of Pulumi',
    bad: chi('configuration: { clusters: [{ name: main, layout: { shardsCount: "${pulumi.3}" } }] }'),
    at: ['/spec/configuration/clusters/0/layout/shardsCount'],
    good: chi('configuration: { clusters: [{ name: main, settings: { max_connections: "${pulumi.3}" } }] }'),
  },
  {
    rule: 'fields/known',
    fault: 'a template that is named by an Output of Pulumi',
    bad: chk('defaults: { templates: { podTemplate: "keeper-${pulumi.3}" } }'),
    at: ['/spec/defaults/templates/podTemplate'],
    good: chk('defaults: { templates: { podTemplate: keeper } }'),
  },
  {
    rule: 'fields/newer',
    fault: 'hooks before 0.27.1',
    context: operator('0.26.3'),
    bad: chi('reconcile: { host: { hooks: { post: [{ events: [HostCreate] }] } } }'),
    at: ['/spec/reconcile/host/hooks'],
    good: chi('reconcile: { host: {} }'),
  },
  {
    rule: 'fields/newer',
    fault: 'the stop of a Keeper before 0.26',
    context: operator('0.25.6'),
    bad: chk('stop: "no"'),
    at: ['/spec/stop'],
    good: chk('suspend: "no"'),
  },
  {
    rule: 'fields/type',
    fault: 'a number in quotes',
    bad: chi('reconcile: { configMapPropagationTimeout: "90" }'),
    at: ['/spec/reconcile/configMapPropagationTimeout'],
    good: chi('reconcile: { configMapPropagationTimeout: 90 }'),
  },
  {
    rule: 'fields/type',
    fault: 'a bare yes before 0.27.2',
    context: operator('0.27.1'),
    bad: chi('stop: yes'),
    at: ['/spec/stop'],
    good: chi('stop: "yes"'),
  },
  {
    rule: 'fields/value',
    fault: 'a word that is none of the values',
    bad: chi('defaults: { storageManagement: { provisioner: StatefulSets } }'),
    at: ['/spec/defaults/storageManagement/provisioner'],
    good: chi('defaults: { storageManagement: { provisioner: StatefulSet } }'),
  },
  {
    rule: 'fields/missing',
    fault: 'a hook without events',
    bad: chi('reconcile: { host: { hooks: { post: [{ sql: { queries: [SELECT 1] } }] } } }'),
    at: ['/spec/reconcile/host/hooks/post/0/events'],
    good: chi('reconcile: { host: { hooks: { post: [{ events: [HostCreate] }] } } }'),
  },
  {
    rule: 'fields/two-spellings',
    fault: 'reconcile and reconciling',
    bad: chi('{ reconcile: {}, reconciling: {} }'),
    at: ['/spec/reconcile'],
    good: chi('reconcile: {}'),
  },
];
