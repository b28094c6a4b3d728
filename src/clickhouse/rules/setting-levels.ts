import { forEach, textsOf } from '../../altinity/rules/installations';
import { clustersOf, entriesAt, faultAt, itemsAt, layoutEntriesOf, placeAt, specOf } from '../../altinity/rules/places';
import type { Fault, Rule } from '../../checks/rule';
import type { Manifest } from '../../kubernetes/manifest';

/** What the files in config.d hold that the operator brings itself. */
const operatorFiles = [
  'listen_host',
  'listen_try',
  ...['level', 'log', 'errorlog', 'size', 'count', 'console'].map((name) => `logger/${name}`),
  'query_log',
  'query_thread_log',
  'part_log',
  'trace_log',
];

const normalised = (key: string) => key.replaceAll(/\/+/g, '/').replaceAll(/^\/|\/$/g, '');

/** Whether one of two paths is the other, or lies inside of it. */
const meet = (a: string, b: string) => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);

/**
 * Settings below the installation become files in conf.d. ClickHouse sorts all files by their whole path, so that it
 * reads config.d, with what is common, after conf.d.
 */
function* overridden(object: Manifest): Generator<Fault> {
  const levels = clustersOf(object).flatMap((cluster) => [cluster, ...layoutEntriesOf(cluster)]);
  const items = levels.flatMap((level) => itemsAt(level, 'settings'));
  if (items.length === 0) return;
  const common = itemsAt(specOf(object), 'configuration', 'settings').map(({ key }) => normalised(key));
  for (const { key, place } of items) {
    const other = common.find((path) => meet(path, normalised(key)));
    if (other !== undefined) {
      const fix = `move '${other}' from spec.configuration.settings to every cluster, shard or host that needs it.`;
      yield faultAt(object, place, [], `'${other}' of spec.configuration.settings is read later and wins.`, fix);
    } else if (operatorFiles.some((path) => meet(path, normalised(key)))) {
      yield faultAt(object, place, [], `a file of the operator sets '${normalised(key)}', is read later and wins.`);
    }
  }
}

function* inHostTemplates(object: Manifest): Generator<Fault> {
  for (const template of entriesAt(specOf(object), 'templates', 'hostTemplates')) {
    for (const field of ['settings', 'files']) {
      if (placeAt(template, 'spec').node[field] !== undefined)
        yield faultAt(
          object,
          template,
          ['spec', field],
          'the operator takes names, ports and templates from here, no more.',
        );
    }
  }
}

/** Rules about where settings stand. */
export const settingLevelRules: readonly Rule[] = [
  {
    id: 'settings/overridden',
    severity: 'error',
    title: 'A setting stands either in the settings of the installation or below, not in both',
    why: 'Servers read conf.d, with what is special, before config.d, with what is common: the special value is ignored.',
    fix: 'write it in spec.configuration.settings, for all hosts.',
    source:
      'ClickHouse, ConfigProcessor::getConfigMergeFiles, observed with 26.7; operator, config/chi/config.d; #1685',
    check: forEach(textsOf, overridden),
  },
  {
    id: 'templates/host-settings',
    severity: 'error',
    title: 'Host templates hold ports, not settings or files',
    why: 'The operator ignores them there, and the servers run with what all others have.',
    fix: 'move them to the shard or host in the layout.',
    source: 'operator, pkg/model/chi/normalizer/normalizer-host.go (hostApplyHostTemplate)',
    check: forEach(textsOf, inHostTemplates),
  },
];
