import { asText } from '../../kubernetes/manifest';
import { isDnsSubdomain, isLabelValue, nearestDnsLabel } from '../../kubernetes/names';
import { suggest } from '../../kubernetes/suggest';
import { Platform } from '../../platform/platform';
import { InputError } from '../manifests/input-error';
import { type ChosenPlatform, choosePlatform, cloudOf, isLaptop } from '../platform-choice';
import type { PlatformName } from '../../platform/platform-names';
import { Call, type CodeObject, Use } from '../typescript/code';
import { printComment } from '../typescript/print';
import { printProgram, type Statement } from '../typescript/program';
import { chart, chartDefaults } from './chart';
import type { Conversion } from './conversion';
import { Draft, describeNotMapped, Fates, type NotMapped } from './draft';
import { mapExposure, mapPullSecrets, mapServiceAccount } from './map-access';
import { mapImage, mapLayout, mapStorage, usesKeeper } from './map-cluster';
import { mapKeeper, propsOf } from './map-keeper';
import { mapPool, mapSecurity, mapServerResources } from './map-pods';
import { mapServerSettings } from './map-settings';
import { mapAdministrator, mapProfiles, mapUsers } from './map-users';
import { refuseTheRest } from './not-mapped';
import { settle } from './settle';
import { defaultOf, printPath, readValues, type ValuePath, type Values } from './values';

/** What values do not say. */
export interface FromHelmFlags {
  /** Name of the release. @default - the name of the chart */
  readonly release?: string;
  readonly platform?: PlatformName;
  readonly region?: string;
  readonly zones?: readonly string[];
}

/** A program, and what became of the values. */
export interface Converted {
  readonly program: string;
  /** Values that were written and are part of the program. */
  readonly mapped: number;
  /** Values that were written and change nothing. */
  readonly idle: number;
  readonly notMapped: readonly NotMapped[];
}

/**
 * Makes a TypeScript program of values for Altinity's chart.
 * @param file the name that faults are told with
 * @throws InputError naming everything that cannot be read, and values that the chart itself refuses
 */
export function convertValues(content: string, file: string, flags: FromHelmFlags = {}): Converted {
  const values = readValues(content, file);
  refuseWithoutKeeper(values, file);
  const full = fullNameOf(values, flags.release ?? chart.name);
  const fates = new Fates();
  const conversion: Conversion = {
    values,
    fates,
    cluster: new Draft(fates),
    environment: new Draft(fates),
    platform: platformOf(values, flags),
    name: nameFrom(full),
    notes: [],
  };
  const statements = convert(conversion, flags);
  const { mapped, idle, notMapped } = sortOut(values, fates);
  const header = headerOf(conversion, full, flags.release, notMapped);
  return { program: `${header}\n${printProgram(statements)}`, mapped, idle, notMapped };
}

function convert(conversion: Conversion, flags: FromHelmFlags): readonly Statement[] {
  const { fates, cluster, environment, platform, name } = conversion;
  const keeper = new Draft(fates);
  for (const path of [['nameOverride'], ['fullnameOverride']]) fates.map(...path);
  mapLayout(conversion);
  const quorum = mapKeeper(conversion, keeper);
  mapStorage(conversion);
  mapImage(conversion);
  mapServerResources(conversion);
  mapPool(conversion, cluster, ['clickhouse']);
  mapSecurity(conversion, ['clickhouse']);
  mapAdministrator(conversion);
  mapUsers(conversion);
  mapProfiles(conversion);
  mapServerSettings(conversion);
  mapExposure(conversion);
  mapServiceAccount(conversion);
  mapPullSecrets(conversion);
  refuseTheRest(conversion);
  settle(conversion, keeper);
  const [app, place] = [new Use('app'), new Use('environment')];
  return [
    {
      variable: 'platform',
      call: platform.code,
      above: platformRemark(platform, flags),
    },
    { variable: 'app', call: new Call('new App', { outdir: 'dist' }) },
    operatorStatement(conversion, app),
    {
      variable: 'environment',
      call: new Call('new Environment', app, name, { platform: new Use('platform'), ...environment.props }),
    },
    ...(quorum ? [{ variable: 'keeper', call: quorumCall(quorum, keeper), remarks: keeper.remarks } as const] : []),
    { call: new Call('new ClickHouseCluster', place, name, cluster.props), remarks: cluster.remarks },
  ];
}

function platformRemark({ code }: ChosenPlatform, { platform }: FromHelmFlags): readonly string[] {
  if (platform !== undefined) return [];
  if (code.callee !== 'Platform.custom')
    return ['Taken from the names of the zones: choose another one if that is wrong.'];
  return ['Values do not say where the cluster is to run: choose the platform, or name its StorageClass here.'];
}

/** The quorum with what is left of its props. */
function quorumCall(quorum: Call, keeper: Draft): Call {
  return quorum.callee === 'new Keeper'
    ? new Call('new Keeper', new Use('environment'), 'keeper', ...propsOf(keeper))
    : quorum;
}

/** The operator that comes with the chart serves its own namespace, and goes with the release. */
function operatorStatement({ values, fates, name }: Conversion, app: Use): Statement {
  fates.map('operator', 'enabled');
  for (const key of Object.keys(values.map('operator')).filter((each) => each !== 'enabled')) {
    fates.refuse(['operator', key], 'values of the operator are its own', 'anyhouse operator-values prints good ones');
  }
  const props: CodeObject = { platform: new Use('platform') };
  if (!values.flag('operator', 'enabled')) {
    const above = ['Say which operator is there: Operator.existing({ version, namespace, watches }).'];
    return {
      above,
      call: new Call('new ClusterServices', app, 'services', { ...props, operator: new Call('Operator.existing') }),
    };
  }
  const operator = new Call('Operator.existing', { watches: [name] });
  return {
    above: [
      'The operator of the release serves the namespace of the release, and goes with it. Install another one that watches',
      'the new namespace only: anyhouse operator-values prints its values.',
    ],
    call: new Call('new ClusterServices', app, 'services', { ...props, operator }),
  };
}

/** As the chart itself: several replicas need a Keeper. */
function refuseWithoutKeeper(values: Values, file: string): void {
  const several = values.number('clickhouse', 'replicasCount') > 1 || values.list('clickhouse', 'zones').length > 0;
  if (!several || usesKeeper(values)) return;
  throw new InputError([
    `${file}: clickhouse.replicasCount and zones need a Keeper; the chart refuses them without, too. ` +
      'Fix: set keeper.enabled: true, or clickhouse.keeper.host.',
  ]);
}

/** The name that the chart gives its objects. */
function fullNameOf(values: Values, release: string): string {
  const own = values.text('nameOverride') || chart.name;
  const full = values.text('fullnameOverride') || (release.includes(own) ? release : `${release}-${own}`);
  return full.slice(0, 63).replace(/-$/, '');
}

/** Another name than the chart's: in one namespace, the same would change the old installation under its volumes. */
function nameFrom(full: string): string {
  return `${nearestDnsLabel(full, 30) ?? chart.name}-v2`;
}

function platformOf(values: Values, { platform, region, zones }: FromHelmFlags): ChosenPlatform {
  const given = values.list('clickhouse', 'zones').map(asText);
  const cloud = given.length > 0 ? cloudOf(given) : undefined;
  const meant = platform === undefined || platform === cloud?.platform ? cloud : undefined;
  const name = platform ?? cloud?.platform;
  if (name === undefined) {
    const idle = [...(region === undefined ? [] : ['--region']), ...(zones === undefined ? [] : ['--zones'])];
    if (idle.length > 0) throw new InputError([`${idle.join(' and ')} must stand beside --platform.`]);
    return anyPlatform(values.text('clickhouse', 'persistence', 'storageClass'), given);
  }
  return choosePlatform({
    platform: name,
    region: region ?? meant?.region,
    zones: zones ?? (isLaptop(name) ? undefined : meant?.zones),
  });
}

function anyPlatform(storageClass: string, given: readonly string[]): ChosenPlatform {
  const zones = [...new Set(given)].filter((zone) => zone !== '' && isLabelValue(zone));
  const options = {
    name: 'kubernetes',
    storage: { className: isDnsSubdomain(storageClass) ? storageClass : 'standard', expandable: true },
    ...(zones.length > 0 && { zones }),
  };
  return { value: Platform.custom(options), code: new Call('Platform.custom', options) };
}

/** Counts what was written, and collects what is no part of the program. */
function sortOut(values: Values, fates: Fates): Omit<Converted, 'program'> {
  const notMapped = new Map<string, NotMapped>();
  const counts = { mapped: 0, idle: 0 };
  for (const path of values.leaves()) {
    const known = defaultOf(path.slice(0, 1)) === undefined ? undefined : fates.of(path);
    const fate = isKnown(path) ? known : unknown(path);
    if (fate === 'mapped' || fate === 'idle') counts[fate]++;
    else {
      const refused = fate ?? unknown(path);
      notMapped.set(printPath(refused.path), refused);
    }
  }
  return { ...counts, notMapped: [...notMapped.values()] };
}

/** Whether the chart has a value, or one around it that may hold anything. */
function isKnown(path: ValuePath): boolean {
  let at: unknown = chartDefaults;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || Object.keys(at).length === 0) return true;
    if (!Object.hasOwn(at, key)) return false;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return true;
}

function unknown(path: ValuePath): NotMapped {
  const depth = path.findIndex((_, index) => !isKnown(path.slice(0, index + 1))) + 1;
  const own = path.slice(0, depth || path.length);
  const siblings = Object.keys((own.length > 1 ? defaultOf(own.slice(0, -1)) : chartDefaults) ?? {});
  const meant = suggest(own.at(-1) ?? '', siblings);
  const instead =
    meant === undefined ? 'Remove it' : `Write ${printPath([...own.slice(0, -1), meant])}, if that is meant`;
  return { path: own, reason: `chart ${chart.name} ${chart.version} has no such value`, instead };
}

function headerOf(
  { name, notes }: Conversion,
  full: string,
  release: string | undefined,
  notMapped: readonly NotMapped[],
): string {
  const assumed =
    release === undefined ? ` The name of the release was not given (--release): it is taken to be ${chart.name}.` : '';
  const cluster = (release ?? chart.name).slice(0, 15);
  const lines = [
    `Made by \`anyhouse from-helm\` from values for chart ${chart.name} ${chart.version}.${assumed}`,
    '',
    'This is a NEW installation beside that of the chart, on new and empty volumes. Nothing is taken over: the operator ' +
      'finds volumes by the names of installation, cluster and claims, and cluster and claims have fixed names here.',
    `- of the chart: installation ${full}, cluster ${cluster}, claims ${full}-data`,
    `- of this program: installation ${name}, cluster main, claims data, in namespace ${name}`,
    'Copy the data as docs/from-helm.md tells, then move the clients, and uninstall the release last. Until then, do not ' +
      'give this installation the name and namespace of the old one.',
    ...section('To do:', notes),
    ...section('Not mapped:', notMapped.map(describeNotMapped)),
  ];
  return lines.map((line) => printComment(line, '', line.startsWith('- ') ? '  ' : '')).join('');
}

function section(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : ['', title, ...entries.map((entry) => `- ${entry}`)];
}
