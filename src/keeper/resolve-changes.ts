import { imageReference } from '../altinity/images';
import { isShared } from '../altinity/keeper-settings';
import { renderPaths } from '../altinity/setting-paths';
import type { Acknowledge } from '../checks/acknowledge';
import { resources } from '../environment/pods';
import { withoutOutputs } from '../kubernetes/outputs-inside';
import type { Problems } from '../kubernetes/prop-error';
import { all, leaf, listOf, oneOf, required, shape, wholeNumber } from '../kubernetes/shape';
import type { KeeperProps, KeeperResize, KeeperRollout, KeeperSize, ResolvedKeeper } from './options';

// It takes the checks of ClickHouse settings along, so it waits until there is a setting.
const checks = () => require('../settings/keeper/check') as typeof import('../settings/keeper/check');

const demand = { rule: 'keeper/size', must: 'be 1, 3, 5 or 7', fix: 'use 3; 5 tolerates two failures.' };

/** Checks of a number of members. */
export const size = oneOf([1, 3, 5, 7], demand);

const settings = all(
  leaf((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
    must: 'be an object',
    fix: 'write { keeper_server: { coordination_settings: { snapshots_to_keep: 5 } } }.',
  }),
  withoutOutputs,
);

const listed = { rule: 'keeper/rollout', must: 'list the members that have the change', fix: 'write members: [2].' };
const counted = { rule: 'keeper/resize', must: 'say how many members there are now', fix: 'write members: 2.' };

/** Checks of what changes a quorum step by step. */
export const changeShapes = {
  settings,
  rollout: shape<KeeperRollout>({
    members: required(listOf(wholeNumber(0, 6), { least: 1, ...listed }), listed),
    image: imageReference,
    settings,
    resources,
    metrics: oneOf(['on']),
  }),
  resize: shape<KeeperResize>({
    from: required(size, { ...demand, must: 'be the number of members before', fix: 'write from: 1.' }),
    members: required(wholeNumber(1, 7, { rule: 'keeper/resize', fix: 'write members: 2.' }), counted),
  }),
};

/** Checks of a change as a whole: that it is one, and that nothing else happens at the same time. */
export function checkChanges(problems: Problems, replicas: KeeperSize, image: string, given: KeeperProps): void {
  if (['settings', 'rollout', 'resize', 'replicas', 'image'].some((prop) => problems.has(prop))) return;
  const { rollout, resize } = given;
  if (given.settings) checks().checkKeeperSettings(given.settings, 'settings', image, problems);
  if (rollout) checkRollout(problems, replicas, image, given, rollout);
  if (resize) checkResize(problems, replicas, resize);
  if (rollout && resize) {
    const fix = 'finish one of them first.';
    problems.add({ rule: 'keeper/resize', prop: 'resize', must: 'not go together with rollout', got: resize, fix });
  }
}

function checkRollout(
  problems: Problems,
  replicas: KeeperSize,
  image: string,
  given: KeeperProps,
  rollout: KeeperRollout,
): void {
  const report = (prop: string, must: string, got: unknown, fix: string) =>
    problems.add({ rule: 'keeper/rollout', prop, must, got, fix });
  const { members } = rollout;
  if (members.some((member) => member >= replicas) || new Set(members).size < members.length) {
    const must = `name members from 0 to ${replicas - 1}, each once`;
    report('rollout.members', must, members, `write members: [${replicas - 1}].`);
  }
  if (!rollout.image && !rollout.settings && !rollout.resources && !rollout.metrics) {
    const fix = "write rollout: { members: [2], image: 'clickhouse/clickhouse-keeper:...' }.";
    report('rollout', 'have an image, settings, resources or metrics', rollout, fix);
  }
  if (rollout.resources && given.instanceType !== undefined) {
    const fix = 'leave them out; a new instanceType moves all members.';
    report('rollout.resources', 'be left out where instanceType gives them', rollout.resources, fix);
  }
  if (!rollout.settings) return;
  checks().checkKeeperSettings(rollout.settings, 'rollout.settings', rollout.image ?? image, problems);
  if (problems.has('settings') || problems.has('rollout')) return;
  const differing = sharedDifference(given.settings ?? {}, rollout.settings);
  if (differing !== undefined) {
    const must = `not change ${differing}, which members cannot have of their own`;
    report(
      'rollout.settings',
      must,
      differing,
      'write it in settings as it is; docs/keeper.md tells how to change it.',
    );
  }
}

/** The first setting of all members that two configurations do not agree about. */
function sharedDifference(before: object, after: object): string | undefined {
  const shared = (configuration: object) =>
    new Map(
      renderPaths(configuration, (text) => text)
        .filter(([path]) => isShared(path))
        .map(([path, value]) => [path, JSON.stringify(value)]),
    );
  const [old, now] = [shared(before), shared(after)];
  return [...old.keys(), ...now.keys()].find((path) => old.get(path) !== now.get(path));
}

function checkResize(problems: Problems, replicas: KeeperSize, { from, members }: KeeperResize): void {
  const report = (prop: string, must: string, got: unknown, fix: string) =>
    problems.add({ rule: 'keeper/resize', prop, must, got, fix });
  if (from === replicas) {
    report('resize.from', 'differ from replicas', from, 'remove resize: the change is done.');
  } else if (members < Math.min(from, replicas) || members > Math.max(from, replicas) || members === from) {
    const first = from < replicas ? from + 1 : from - 1;
    const way = first === replicas ? `be ${replicas}` : `go from ${first} to ${replicas}, one more with each merge`;
    report(
      'resize.members',
      way.replace('more', from < replicas ? 'more' : 'less'),
      members,
      `write members: ${first}.`,
    );
  }
}

/** Why an even number of members is fine for now. */
export function underWay({ resize, members }: ResolvedKeeper): Acknowledge {
  if (!resize || members.length % 2 === 1) return {};
  return { 'keeper/size': `on the way from ${resize.from} members to another number, one at a time` };
}
