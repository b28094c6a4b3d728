import type { Problems } from '../../kubernetes/prop-error';
import { inside } from '../../kubernetes/shape';
import { machineNamed } from '../../platform/machines/catalogue';
import type { ZonePool } from '../clusters/resolve-pools';
import type { EksClusterArgs } from './args';

/**
 * Reports what EKS Auto Mode cannot do. It knows all families of our catalogue, and machines with more than one
 * processor only.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/automode-learn-instances.html
 */
export function checkAutoMode(problems: Problems, args: EksClusterArgs, pools: readonly ZonePool[]): void {
  if (args.loadBalancerController !== undefined) {
    problems.add({
      rule: 'eks/auto-mode',
      prop: 'loadBalancerController',
      must: 'be left out in Auto Mode, which has its own',
      gotText: 'one',
      fix: 'remove it.',
    });
  }
  for (const [name, { instanceType, nodesPerZone }] of Object.entries(args.pools ?? {})) {
    if (!pools.some(({ pool }) => pool === name)) continue;
    const prop = inside('pools', name);
    if ((machineNamed(instanceType)?.processors ?? 0) < 2) {
      problems.add({
        rule: 'eks/auto-mode',
        prop: `${prop}.instanceType`,
        must: 'have at least two processors in Auto Mode',
        got: instanceType,
        fix: `write '${instanceType.replace(/\.\w+$/, '.large')}'.`,
      });
    }
    if (typeof nodesPerZone === 'object' && nodesPerZone.least > 0) {
      problems.add({
        rule: 'eks/auto-mode',
        prop: `${prop}.nodesPerZone.least`,
        must: 'be 0 in Auto Mode, which adds nodes when pods need them',
        got: nodesPerZone.least,
        fix: `write nodesPerZone: ${nodesPerZone.most} for nodes that are always there, or { least: 0, most: ${nodesPerZone.most} }.`,
      });
    }
  }
}
