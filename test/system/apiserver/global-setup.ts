import { ControlPlane } from '../cluster/control-plane';
import { installCrds, operatorVersions } from '../cluster/crds';
import { runningPlanes } from './global-teardown';
import { connectionsVariable } from './servers';

/** Starts one API server for each supported release of the operator: their CRDs have the same names. */
export default async function setup(): Promise<void> {
  const connections = await Promise.all(
    operatorVersions.map(async (operator) => {
      const plane = await ControlPlane.start({ name: `operator-${operator}` });
      runningPlanes().push(plane);
      await installCrds(plane.client, operator);
      return [operator, plane.connection] as const;
    }),
  );
  process.env[connectionsVariable] = JSON.stringify(Object.fromEntries(connections));
}
