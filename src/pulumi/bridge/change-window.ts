import * as pulumi from '@pulumi/pulumi';
import type { Manifest } from '../../kubernetes/manifest';
import { changeWindows } from '../../tools/change-windows';
import { withoutStack } from '../without-stack';

/** Variable with the reason for an update while a change window is closed. */
const override = 'ANYHOUSE_OUTSIDE_WINDOW';

/**
 * Holds an update back while a change window of the program is closed; a preview warns, for looking changes nothing.
 * @throws Error with the time at which it opens, unless the variable {@link override} says why it cannot wait
 */
export function demandOpenWindow(
  manifests: readonly Manifest[],
  now: Date,
  resource: pulumi.Resource,
  reason: string | undefined = process.env[override],
): void {
  const closed = changeWindows(manifests, now).filter(({ state }) => state === 'closed');
  for (const { name, opens = 'further notice' } of closed) {
    const told = `Change window ${name} is closed until ${opens}.`;
    if (reason !== undefined && reason.trim() !== '')
      void pulumi.log.warn(`${told} It is passed over: ${reason}`, resource);
    else if (pulumi.runtime.isDryRun()) void pulumi.log.warn(`${told} An update would be refused.`, resource);
    else throw withoutStack(new Error(`${told} Fix: wait, or say why it cannot wait: ${override}='...' pulumi up.`));
  }
}
