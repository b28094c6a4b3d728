import type { Rule } from '../../checks/rule';

/** Rules about how a program comes to a cluster through Pulumi. */
export const cdk8sAppRules: readonly Rule[] = [
  {
    id: 'pulumi/provider',
    severity: 'error',
    title: 'The cluster that objects go to is named',
    why: 'Without a provider, Pulumi takes the current context of kubectl, which may be that of production.',
    fix: 'write provider: cluster.provider.',
    source: 'https://www.pulumi.com/registry/packages/kubernetes/installation-configuration/',
  },
  {
    id: 'pulumi/kubeconfig',
    severity: 'error',
    title: 'Whoever waits for installations says how to look at the cluster',
    why: 'The provider cannot wait for them without an annotation, which the operator would copy to pods.',
    fix: "give the kubeconfig of the provider, or write waitMinutes: 'none'.",
    source: 'Altinity operator, pkg/util/map.go, CopyMapExclude',
  },
  {
    id: 'pulumi/protection',
    severity: 'error',
    title: 'Data of production is protected',
    why: 'A resource that is removed from a program, or renamed, is deleted, and the database with it.',
    fix: "leave protect out; before a destroy, write allowDeletion: 'why' and deploy that first.",
    source: 'https://www.pulumi.com/docs/iac/concepts/resources/options/protect/',
  },
];
