import { ControlPlane } from '../cluster/control-plane';
import { installCrds } from '../cluster/crds';
import { connectionVariable } from './cluster-under-test';
import { runningPlane } from './global-teardown';

/** Starts one cluster for all test files, with nodes on which pods seem to run. */
export default async function setup(): Promise<void> {
  const plane = await ControlPlane.start({ name: 'under-test', parts: ['controllers', 'scheduler', 'nodes'] });
  runningPlane.set(plane);
  await installCrds(plane.client, '0.27.2');
  process.env[connectionVariable] = JSON.stringify(plane.connection);
}
