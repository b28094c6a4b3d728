import type { ControlPlane } from '../cluster/control-plane';

const key = Symbol.for('anyhouse.test.controlPlanes');

/** Control planes that the setup started. Jest loads setup and teardown apart, so the list hangs on the global object. */
export function runningPlanes(): ControlPlane[] {
  const place = globalThis as { [key]?: ControlPlane[] };
  place[key] ??= [];
  return place[key];
}

/** Stops them. Should the test run crash before, they stop by themselves. */
export default async function teardown(): Promise<void> {
  await Promise.all(runningPlanes().map((plane) => plane.stop()));
}
