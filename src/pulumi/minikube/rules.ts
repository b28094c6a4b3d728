import type { Rule } from '../../checks/rule';

/** Rules about clusters on one's own machine. */
export const localClusterRules: readonly Rule[] = [
  {
    id: 'kubeconfig/file',
    severity: 'error',
    title: 'There is a kubeconfig, and it can be read',
    why: 'Without one, clients of Kubernetes assume a server, and nobody asked for that one.',
    fix: 'start the cluster, or write the path of its kubeconfig.',
    source: 'Kubernetes, organizing cluster access using kubeconfig files',
  },
  {
    id: 'kubeconfig/context',
    severity: 'error',
    title: 'A program names the context that it deploys to, which leads to a cluster and a user',
    why: 'The current context changes with every kubectl config use-context, and may be a cluster in production.',
    fix: "write context: 'minikube', one of those that kubectl config get-contexts lists.",
    source: 'Kubernetes, organizing cluster access using kubeconfig files',
  },
  {
    id: 'kubeconfig/elsewhere',
    severity: 'error',
    title: 'A cluster for a laptop is one of minikube or kind on this machine',
    why: 'What suits a laptop, such as one member of Keeper and disks on one node, loses data elsewhere.',
    fix: "name the context of minikube or kind, or give a reason: allowOther: 'minikube on the build server'.",
    source: 'kubernetes/minikube, pkg/minikube/kubeconfig; kubernetes-sigs/kind, pkg/cluster/internal/kubeconfig',
  },
];
