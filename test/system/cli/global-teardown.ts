import type { ControlPlane } from '../cluster/control-plane';

const key = Symbol.for('anyhouse.test.clusterUnderTest');
const place = globalThis as { [key]?: ControlPlane };

/** The cluster that the setup started. Jest loads setup and teardown apart, so it hangs on the global object. */
export const runningPlane = {
  get: (): ControlPlane | undefined => place[key],
  set: (plane: ControlPlane): void => {
    place[key] = plane;
  },
};

/** Stops it. Should the test run crash before, it stops by itself. */
export default async function teardown(): Promise<void> {
  await runningPlane.get()?.stop();
}
