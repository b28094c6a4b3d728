import { Problems } from '../../kubernetes/prop-error';
import type { Dns01 } from './dns01';
import type { SolverOptions } from './solver-options';
import { solverShapes } from './solver-shapes';

/** @throws PropError naming every wrong option */
export function checkSolver(
  provider: Dns01['provider'],
  options: SolverOptions & { readonly credentials?: unknown; readonly managedIdentity?: unknown },
): void {
  const problems = new Problems('Dns01', provider);
  problems.check(solverShapes[provider], options);
  problems.throwIfAny();
  const { credentials, managedIdentity } = options;
  if (credentials !== undefined && managedIdentity !== undefined)
    problems.add({
      rule: 'certificates/credentials',
      prop: 'managedIdentity',
      must: 'be left out beside credentials: cert-manager takes one of them',
      got: managedIdentity,
      fix: 'keep one of them.',
    });
  checkZone(problems, options);
  problems.throwIfAny();
}

/** cert-manager writes every record into the zone that Azure is told, also those of other zones. */
function checkZone(problems: Problems, options: SolverOptions & { readonly zone?: string }): void {
  const { zone, zones = [], cnameStrategy } = options;
  if (zone === undefined || cnameStrategy === 'follow') return;
  const outside = zones.find((name) => name !== zone && !name.endsWith(`.${zone}`));
  if (outside === undefined) return;
  problems.add({
    rule: 'certificates/solver-zones',
    prop: 'zones',
    must: `lie in ${zone}, the zone that records are written to`,
    got: outside,
    fix: 'give that zone a Dns01.azureDns of its own.',
  });
}
