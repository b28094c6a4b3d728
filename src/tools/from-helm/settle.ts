import type { ClickHouseClusterProps } from '../../clickhouse/options';
import { resolveCluster } from '../../clickhouse/resolve';
import { resolveEnvironment } from '../../environment/resolve';
import type { KeeperProps } from '../../keeper/options';
import { resolveKeeper } from '../../keeper/resolve';
import { type Problem, PropError } from '../../kubernetes/prop-error';
import type { Conversion } from './conversion';
import type { Draft } from './draft';
import { evaluateProps } from './evaluate';

/**
 * Takes out whatever the constructs would refuse, so that the program runs. Every round takes out at least one prop.
 * @throws PropError when something is refused that came from no value
 */
export function settle({ cluster, environment, platform, name }: Conversion, keeper: Draft): void {
  const where = { platform: platform.value };
  settled(environment, () => resolveEnvironment(name, name, { ...evaluateProps(environment.props), ...where }));
  const place = resolveEnvironment(name, name, { ...evaluateProps(environment.props), ...where });
  settled(keeper, () => resolveKeeper(name, 'keeper', place, evaluateProps(keeper.props) as KeeperProps));
  settled(cluster, () =>
    resolveCluster(name, name, place, evaluateProps(cluster.props) as unknown as ClickHouseClusterProps),
  );
}

function settled(draft: Draft, resolve: () => unknown): void {
  for (;;) {
    try {
      resolve();
      return;
    } catch (error) {
      if (!(error instanceof PropError)) throw error;
      const taken = error.problems.filter((problem) => take(draft, problem));
      if (taken.length === 0) throw error;
    }
  }
}

function take(draft: Draft, { prop, must, fix }: Problem): boolean {
  return draft.refuse(partsOf(prop), `it must ${must}`, capital(fix.replace(/\.$/, '')));
}

/** Keys of a prop as errors name it: `users.app.networks[0]`, `settings["a b"]`. */
function partsOf(prop: string): readonly string[] {
  return [...prop.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, plain]) =>
    quoted === undefined ? (index ?? plain ?? '') : String(JSON.parse(`"${quoted}"`)),
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
