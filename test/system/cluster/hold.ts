import { ControlPlane } from './control-plane';

/* Starts a control plane, prints how to reach it, and keeps it until this process is killed. Also handy by hand. */

ControlPlane.start({ name: 'held' }).then(({ connection }) => {
  console.log(JSON.stringify(connection));
  setInterval(() => undefined, 60_000);
});
