import { sharedKeeperSettings } from '../altinity/keeper-settings';
import { clustersWithHosts } from '../altinity/rules/clusters';
import { forEach, isWhole, keepersOf } from '../altinity/rules/installations';
import {
  clustersOf,
  entriesAt,
  faultAt,
  layoutEntriesOf,
  levelsOf,
  placeAt,
  podTemplatesOf,
  whole,
} from '../altinity/rules/places';
import { topologyOf } from '../altinity/topology';
import type { ManifestSet } from '../checks/manifest-set';
import type { Fault, Rule } from '../checks/rule';
import { at, integer, list, type Manifest, record } from '../kubernetes/manifest';

const sizes = [1, 3, 5, 7];

function* wrongSizes(keeper: Manifest): Generator<Fault> {
  for (const { place, shards } of clustersWithHosts(keeper)) {
    const members = shards[0]?.length ?? 0;
    if (sizes.includes(members)) continue;
    const layout = place.node.layout === undefined ? place : placeAt(place, 'layout');
    const tolerated = Math.floor((members - 1) / 2);
    const message = `${members} members tolerate ${tolerated} failure${tolerated === 1 ? '' : 's'}${members % 2 === 0 ? `, no more than ${members - 1}` : ''}.`;
    yield faultAt(keeper, layout, [], message);
  }
}

function* severalQuorums(keeper: Manifest): Generator<Fault> {
  const [first, second] = clustersOf(keeper);
  if (second) yield faultAt(keeper, second, [], 'a second cluster joins the quorum of the first one.');
  if (!first) return;
  const layout = placeAt(first, 'layout');
  for (const place of [layout, ...layoutEntriesOf(first)]) {
    const listed = entriesAt(place, 'shards').length;
    if (Math.max(listed, integer(place.node.shardsCount) ?? 0) > 1)
      yield faultAt(
        keeper,
        place,
        [listed > 1 ? 'shards' : 'shardsCount'],
        'Keeper has no shards: all of them join one quorum.',
      );
  }
}

function* strangeContainers(keeper: Manifest, set: ManifestSet): Generator<Fault> {
  if (!isWhole(set, keeper)) return;
  for (const template of podTemplatesOf(keeper)) {
    const names = list(at(template.node, 'spec', 'containers')).map((container) => record(container).name);
    if (names.length === 0 || names.includes('clickhouse-keeper')) continue;
    const message = `its containers are ${names.join(', ')}; the operator adds a 'clickhouse-keeper' beside them.`;
    yield faultAt(keeper, template, ['spec', 'containers'], message);
  }
}

function* ineffectiveSettings(keeper: Manifest): Generator<Fault> {
  const common = record(at(keeper, 'spec', 'configuration', 'settings'));
  for (const level of levelsOf(keeper)) {
    for (const path of Object.keys(record(level.node.settings))) {
      const why = Object.hasOwn(common, path)
        ? 'the configuration of all members has another value'
        : sharedKeeperSettings.includes(path) && 'the operator ships another value for all members';
      if (why)
        yield faultAt(keeper, level, ['settings', path], `'${path}' has no effect: ${why}, which is read later.`);
    }
  }
}

function* sharedTemplates(keeper: Manifest): Generator<Fault> {
  const { hosts } = topologyOf(keeper);
  const templates = new Set(hosts.map(({ podTemplate }) => podTemplate));
  if (hosts.length > 1 && templates.size < hosts.length)
    yield faultAt(keeper, placeAt(whole(keeper), 'spec', 'templates'), [], 'members share a pod template.');
}

function* singles(keeper: Manifest, set: ManifestSet): Generator<Fault> {
  if (set.contextOf(keeper).stage === 'production' && topologyOf(keeper).hosts.length === 1)
    yield faultAt(keeper, whole(keeper), [], 'it has one member.');
}

/** Rules about Keeper. */
export const keeperRules: readonly Rule[] = [
  {
    id: 'keeper/size',
    severity: 'error',
    title: 'A quorum has 1, 3, 5 or 7 members',
    why: 'An even number tolerates no more failures than the odd one below it; more than 7 make every write slow.',
    fix: 'write 3; 5 tolerates two failures. Never grow a running one from 1 to 3 at once: two empty members can win.',
    source: 'operator #1639, #1661; ClickHouse Keeper documentation',
    check: forEach(keepersOf, wrongSizes),
  },
  {
    id: 'keeper/one-quorum',
    severity: 'error',
    title: 'A Keeper installation has one cluster and no shards',
    why: 'The Raft configuration lists every host of the installation, so all of them become one quorum.',
    fix: 'make an installation for each quorum.',
    source: 'operator, pkg/model/chk/config',
    check: forEach(keepersOf, severalQuorums),
  },
  {
    id: 'keeper/container-name',
    severity: 'error',
    title: "The server of a Keeper pod is the container 'clickhouse-keeper'",
    why: 'The operator adds a second one otherwise, with the newest image and without limits, and configures that.',
    fix: "call the container 'clickhouse-keeper'.",
    source: 'operator, pkg/model/chk/creator/container.go',
    check: forEach(keepersOf, strangeContainers),
  },
  {
    id: 'keeper/ineffective-setting',
    severity: 'error',
    title: 'What is set for one member has an effect',
    why: 'Keeper reads conf.d, where the settings of one member lie, before keeper_config.d, where those of all lie.',
    fix: 'set it for all members, in configuration.settings.',
    source: 'ClickHouse, ConfigProcessor::getConfigMergeFiles; operator, config/chk/keeper_config.d',
    check: forEach(keepersOf, ineffectiveSettings),
  },
  {
    id: 'keeper/shared-template',
    severity: 'advice',
    title: 'Every member of a quorum has a pod template of its own',
    why: 'A new image in a template replaces all members that use it within a second: operators before 0.27.4 wait for none.',
    fix: 'give each entry of layout.replicas a template of its own, and change one after the other.',
    source: 'operator #1598, #2069',
    check: forEach(keepersOf, sharedTemplates),
  },
  {
    id: 'keeper/rollout',
    severity: 'error',
    title: 'A change on its way names the members that have it, and what they have',
    why: 'Members that are not named restart with the next merge, all together.',
    fix: "write rollout: { members: [2], image: 'clickhouse/clickhouse-keeper:...' }.",
    source: 'operator #1598, #2069',
  },
  {
    id: 'keeper/resize',
    severity: 'error',
    title: 'The number of members changes by one at a time',
    why: 'Empty members that are a majority elect one of them, and what the quorum held is lost.',
    fix: 'write resize: { from: 1, members: 2 }, then members: 3, then remove it.',
    source: 'operator #1639, #1661, #2041',
  },
  {
    id: 'keeper/single',
    severity: 'advice',
    stage: 'production',
    title: 'A quorum in production tolerates a failure',
    why: 'While its one member restarts, every replicated table is read-only.',
    fix: 'use 3 members from the start; resize takes a running one there, one member at a time (docs/keeper.md).',
    source: 'operator #1639, #1661',
    check: forEach(keepersOf, singles),
  },
];
