import type { PodSecurityContext, PodSpec, ResourceRequirements, SecurityContext } from 'kubernetes-types/core/v1';
import { type Cpu, Quantity } from '../kubernetes/quantity';
import { type Check, cpu, quantity, required, shape } from '../kubernetes/shape';
import type { ResolvedEnvironment } from './options';

/** What a container asks of its node. */
export interface Resources {
  /** Processors it is promised: `'2'`, `'500m'`. It may use more when they are free. */
  readonly cpu: Cpu;
  /** Memory it is promised and limited to. */
  readonly memory: Quantity;
  /** Processors it may use at most. A limit throttles queries; leave it out unless you are billed by it. @default - none */
  readonly cpuLimit?: Cpu;
  /** Memory limit when it differs from the request. Queries are killed with the pod then. @default - `memory` */
  readonly memoryLimit?: Quantity;
}

const fields = shape<Resources>({
  cpu: required(cpu, { must: 'say how many processors', fix: "write cpu: '2'." }),
  memory: required(quantity, { must: 'say how much memory', fix: "write memory: '8Gi'." }),
  cpuLimit: cpu,
  memoryLimit: quantity,
});

/** Checks of {@link Resources}. */
export const resources: Check = (value, prop, problems) => {
  fields(value, prop, problems);
  if (value === undefined || problems.has(prop)) return;
  const { cpu: cpuRequest, cpuLimit, memory, memoryLimit } = value as Resources;
  const below = (limit: string, request: string) => ({
    rule: 'resources/limit',
    must: `be at least what is promised (${request})`,
    got: limit,
    fix: 'raise the limit, or leave it out.',
  });
  if (cpuLimit !== undefined && processors(cpuLimit) < processors(cpuRequest)) {
    problems.add({ prop: `${prop}.cpuLimit`, ...below(cpuLimit, cpuRequest) });
  }
  if (memoryLimit !== undefined && Quantity.bytes(memoryLimit) < Quantity.bytes(memory)) {
    problems.add({ prop: `${prop}.memoryLimit`, ...below(memoryLimit, memory) });
  }
};

/** Processors as a number. */
export function processors(amount: Cpu): number {
  return amount.endsWith('m') ? Number.parseFloat(amount) / 1000 : Number(amount);
}

/** Requests and limits of a container. */
export function resourceRequirements({
  cpu: processors,
  memory,
  cpuLimit,
  memoryLimit,
}: Resources): ResourceRequirements {
  return {
    requests: { cpu: processors, memory },
    limits: { ...(cpuLimit && { cpu: cpuLimit }), memory: memoryLimit ?? memory },
  };
}

/** User and group of the ClickHouse images. */
const clickhouseUser = 101;

/** What Pod Security `restricted` asks of a pod. */
export const podSecurityContext: PodSecurityContext = {
  fsGroup: clickhouseUser,
  // Otherwise kubelet changes the owner of every file at each start: minutes on a large volume.
  fsGroupChangePolicy: 'OnRootMismatch',
  runAsGroup: clickhouseUser,
  runAsNonRoot: true,
  runAsUser: clickhouseUser,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** What Pod Security `restricted` asks of a container. */
export const containerSecurityContext: SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};

/** Fields that all pods of databases share. */
export function databasePod({ images }: ResolvedEnvironment): Omit<PodSpec, 'containers'> {
  return {
    automountServiceAccountToken: false,
    ...(images.pullSecrets.length > 0 && { imagePullSecrets: images.pullSecrets.map((name) => ({ name })) }),
    securityContext: podSecurityContext,
    terminationGracePeriodSeconds: 60,
  };
}

/** An image as it is pulled in this environment. */
export function imageIn({ images }: ResolvedEnvironment, image: string): string {
  return images.registry === '' ? image : `${images.registry}/${image}`;
}
