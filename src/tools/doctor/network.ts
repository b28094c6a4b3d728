import { at, list, record } from '../../kubernetes/manifest';
import type { LiveObject } from '../cluster/cluster';
import type { Diagnosis, Examination } from './diagnosis';

/** Names of agents on every node that enforce NetworkPolicies. */
const enforcers: Readonly<Record<string, string>> = {
  anetd: 'GKE Dataplane V2',
  'antrea-agent': 'Antrea',
  'calico-node': 'Calico',
  canal: 'Canal',
  cilium: 'Cilium',
  'kube-router': 'kube-router',
  'ovnkube-node': 'OVN-Kubernetes',
  'rke2-canal': 'Canal',
};

/** Whether NetworkPolicies have an effect, as far as it shows from outside. */
export const examineNetwork: Examination = async ({ cluster, context }) => {
  const subject = 'network policies';
  const agents = (await cluster.list('DaemonSet')) ?? [];
  const enforcer = agents.map((agent) => enforcerOf(agent)).find((name) => name !== undefined);
  if (enforcer) {
    const fix = "say so in the program: platform.with({ networkPolicy: 'enforced' }).";
    const unsaid = context.networkPolicy !== undefined && context.networkPolicy !== 'enforced';
    return [{ subject, level: 'ok', finding: `enforced by ${enforcer}`, ...(unsaid && { fix }) }];
  }
  const nodes = (await cluster.list('Node')) ?? [];
  if (nodes.some(({ metadata }) => metadata.labels?.['eks.amazonaws.com/compute-type'] === 'auto')) {
    const fix = 'see ConfigMap amazon-vpc-cni in kube-system and the NodeClass.';
    return [{ subject, level: 'unknown', finding: 'EKS Auto Mode does not show whether it enforces them', fix }];
  }
  return [unenforced(subject, context.networkPolicy === 'enforced')];
};

function unenforced(subject: string, promised: boolean): Diagnosis {
  const finding = `nothing was found that enforces them${promised ? ', but the manifests rely on it' : ': every pod can reach the databases'}`;
  const fix = 'install Calico or Cilium, or turn on the policies of the cloud.';
  return { subject, level: promised ? 'fail' : 'warn', finding, fix };
}

function enforcerOf({ metadata, ...agent }: LiveObject): string | undefined {
  if (metadata.name !== 'aws-node') return enforcers[metadata.name];
  const containers = list(at(agent, 'spec', 'template', 'spec', 'containers')).map(record);
  const told = containers.some(({ args }) => list(args).includes('--enable-network-policy=true'));
  return told ? 'the Amazon VPC CNI' : undefined;
}
