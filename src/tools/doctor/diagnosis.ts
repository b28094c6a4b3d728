import type { CheckContext } from '../../checks/context';
import type { Manifest } from '../../kubernetes/manifest';
import type { Cluster } from '../cluster/cluster';

/** How something in a cluster is, for the manifests that are to run there. */
export interface Diagnosis {
  /** What was looked at: `storage class clickhouse-gp3`. */
  readonly subject: string;
  /**
   * `fail`: the manifests will not work. `warn`: they will, with a risk. `unknown`: it could not be seen, for lack of
   * rights or because it shows nowhere.
   */
  readonly level: 'ok' | 'warn' | 'fail' | 'unknown';
  /** How it is. */
  readonly finding: string;
  /** What to do about it. */
  readonly fix?: string;
}

/** What every examination gets. */
export interface Examined {
  readonly cluster: Cluster;
  /** The manifests that are to run there; none when only the cluster is examined. */
  readonly manifests: readonly Manifest[];
  /** What the manifests say about their place. */
  readonly context: CheckContext;
  /** How the manifests were named on the command line, to be repeated in commands. */
  readonly paths: string;
}

/** Looks at one side of a cluster. Throws ForbiddenError where it may not look. */
export type Examination = (examined: Examined) => Promise<readonly Diagnosis[]>;
