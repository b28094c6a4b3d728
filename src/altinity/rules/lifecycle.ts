import type { ManifestSet } from '../../checks/manifest-set';
import type { Fault, Rule } from '../../checks/rule';
import { type Manifest, text } from '../../kubernetes/manifest';
import { booleanOf } from '../normalize/booleans';
import { forEach, installationsOf } from './installations';
import { clustersOf, faultAt, placeAt, specOf } from './places';

/** What each switch does for as long as it stands in the manifest. */
const switches = {
  stop: 'it removes all pods and the entry Service',
  suspend: 'it parks every change; they all happen at once when it is lifted',
  troubleshoot: 'it removes the probes, so that broken servers get queries',
};

function* restarts(installation: Manifest): Generator<Fault> {
  const spec = specOf(installation);
  if (text(spec.node.restart))
    yield faultAt(installation, spec, ['restart'], 'every change restarts all pods while it stands here.');
}

function* pauses(installation: Manifest, set: ManifestSet): Generator<Fault> {
  if (set.contextOf(installation).stage === 'development') return;
  const spec = specOf(installation);
  for (const [name, effect] of Object.entries(switches)) {
    if (booleanOf(spec.node[name])) yield faultAt(installation, spec, [name], `${name} is on: ${effect}.`);
  }
}

/** What `host.wait` has that the operator reads from its own configuration only. */
const operatorOnly = ['exclude', 'queries', 'include', 'replicas'];

function* ignoredWaits(installation: Manifest): Generator<Fault> {
  const spec = specOf(installation);
  for (const level of [spec, ...clustersOf(installation)]) {
    for (const field of ['reconcile', 'reconciling']) {
      const wait = placeAt(level, field, 'host', 'wait');
      for (const name of operatorOnly) {
        if (wait.node[name] !== undefined)
          yield faultAt(
            installation,
            wait,
            [name],
            'it has no effect: the operator reads it from its own configuration.',
          );
      }
    }
  }
}

function* templateTaskIds(set: ManifestSet): Generator<Fault> {
  for (const template of set.ofKind('ClickHouseInstallationTemplate')) {
    const spec = specOf(template);
    if (spec.node.taskID !== undefined)
      yield faultAt(template, spec, ['taskID'], 'it would become the taskID of every installation without one.');
  }
}

/** Rules about how and when the operator works. */
export const lifecycleRules: readonly Rule[] = [
  {
    id: 'lifecycle/restart',
    severity: 'warning',
    title: 'restart is not left in an installation',
    why: 'It acts on every reconcile: adding a user restarts all pods, and so does a restart of the operator.',
    fix: 'remove it once the restart is done; removing it restarts nothing.',
    source: 'operator #808, #853, #855; observed with 0.26.0',
    check: forEach(installationsOf, restarts),
  },
  {
    id: 'lifecycle/wait-ignored',
    severity: 'warning',
    title: 'What to wait for at each host is said where the operator reads it',
    why: 'Of reconcile.host.wait only the probes are read from an installation. Replicas that lag are not waited for, whatever it says there.',
    fix: 'write it as reconcile.host.wait in the configuration of the operator; `anyhouse operator-values` prints one. policy: wait and nowait work here.',
    source: 'operator 0.26.0, pkg/controller/chi/worker-wait-exclude-include-restart.go; the same in later releases',
    check: forEach((set) => set.ofKind('ClickHouseInstallation'), ignoredWaits),
  },
  {
    id: 'lifecycle/paused',
    severity: 'warning',
    title: 'stop, suspend and troubleshoot are off outside of development',
    why: 'They are for a while. Left in, the database is down, does not follow its manifest, or is not watched.',
    fix: 'remove it, or acknowledge this rule with the reason while it lasts.',
    source: 'operator, CRD; observed with 0.26.0',
    check: forEach(installationsOf, pauses),
  },
  {
    id: 'lifecycle/task-id',
    severity: 'error',
    title: 'The taskID of an installation has one writer',
    why: 'Whoever waits for the id that he wrote would wait for ever, and a change at the other place starts nothing.',
    fix: 'write it in the installation only; the constructs have the prop taskId.',
    source: 'operator, pkg/apis/clickhouse.altinity.com/v1/type_spec.go (MergeFrom takes it from templates)',
    check: templateTaskIds,
  },
];
