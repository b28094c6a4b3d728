import { InputError } from '../manifests/input-error';
import type { ChosenPlatform } from '../platform-choice';
import { Call, type CodeObject, Use } from '../typescript/code';
import { printProgram, type Statement } from '../typescript/program';
import { chart } from './chart';
import type { Conversion } from './conversion';
import { Draft, Fates } from './draft';
import { headerOf } from './header';
import { mapExposure, mapPullSecrets, mapServiceAccount } from './map-access';
import { mapImage, mapLayout, mapStorage, usesKeeper } from './map-cluster';
import { mapKeeper } from './map-keeper';
import { mapPool, mapSecurity, mapServerResources } from './map-pods';
import { mapServerSettings } from './map-settings';
import { mapAdministrator, mapProfiles, mapUsers } from './map-users';
import { refuseTheRest } from './not-mapped';
import { type FromHelmFlags, fullNameOf, nameFrom, platformOf } from './place';
import { settle } from './settle';
import { type Sorted, sortOut } from './sort-out';
import { readValues, type Values } from './values';

/** A program, and what became of the values. */
export interface Converted extends Sorted {
  readonly program: string;
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
  const sorted = sortOut(values, fates);
  const header = headerOf(conversion, full, flags.release, sorted.notMapped);
  return { program: `${header}\n${printProgram(statements)}`, ...sorted };
}

/** The chart encrypts nothing, so clients have to change. */
function tellEncryption({ platform, notes }: Conversion): void {
  if (platform.value.facts.stage === 'production')
    notes.push(
      "In production everything is encrypted: clients connect to ports 9440 and 8443. Or write tls: Tls.off('reason') at the environment.",
    );
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
  tellEncryption(conversion);
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
    { variable: 'platform', call: platform.code, above: platformRemark(platform, flags) },
    { variable: 'app', call: new Call('new App', { outdir: 'dist' }) },
    operatorStatement(conversion, app),
    {
      variable: 'environment',
      call: new Call('new Environment', app, name, { platform: new Use('platform'), ...environment.props }),
    },
    ...(quorum ? [{ variable: 'keeper', call: quorum(), remarks: keeper.remarks } as const] : []),
    { call: new Call('new ClickHouseCluster', place, name, cluster.props), remarks: cluster.remarks },
  ];
}

function platformRemark({ code }: ChosenPlatform, { platform }: FromHelmFlags): readonly string[] {
  if (platform !== undefined) return [];
  if (code.callee !== 'Platform.custom')
    return ['Taken from the names of the zones: choose another one if that is wrong.'];
  return ['Values do not say where the cluster is to run: choose the platform, or name its StorageClass here.'];
}

/** The operator that comes with the chart serves its own namespace, and goes with the release. */
function operatorStatement({ values, fates, name }: Conversion, app: Use): Statement {
  fates.map('operator', 'enabled');
  for (const key of Object.keys(values.map('operator')).filter((each) => each !== 'enabled')) {
    fates.refuse(['operator', key], 'values of the operator are its own', 'anyhouse operator-values prints good ones');
  }
  const props: CodeObject = { platform: new Use('platform') };
  if (!values.flag('operator', 'enabled')) {
    return {
      above: ['Say which operator is there: Operator.existing({ version, namespace, watches }).'],
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
