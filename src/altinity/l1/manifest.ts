import type { Construct } from 'constructs';
import { type Acknowledge, acknowledge, acknowledgeInEnvironment } from '../../checks/acknowledge';
import type { ApiObject } from '../../kubernetes/api-object';
import { asText, type Manifest } from '../../kubernetes/manifest';
import { isDnsLabel, nearestDnsLabel } from '../../kubernetes/names';
import { withoutOutputs } from '../../kubernetes/outputs-inside';
import { Problems } from '../../kubernetes/prop-error';
import { all, annotations, type Check, leaf, objectName, ownLabels, required, shape } from '../../kubernetes/shape';
import { type FieldFault, fieldFaults } from '../field-faults';
import { installationName } from '../names';
import { type AltinityKind, defaultOperatorVersion, parseOperatorVersion } from '../versions';
import type { InstallationMetadata, InstallationProps } from './props';

const apiVersions: Readonly<Record<AltinityKind, string>> = {
  ClickHouseInstallation: 'clickhouse.altinity.com/v1',
  ClickHouseKeeperInstallation: 'clickhouse-keeper.altinity.com/v1',
};

/** Rules that faults of fields break; the same ones judge manifests. */
const rules: Readonly<Record<FieldFault['problem'], string>> = {
  unknown: 'fields/unknown',
  newer: 'fields/newer',
  type: 'fields/type',
  enum: 'fields/value',
  range: 'fields/value',
  pattern: 'fields/value',
  missing: 'fields/missing',
};

const propsShape: Check = shape<InstallationProps<unknown>>({
  metadata: shape<InstallationMetadata>({
    name: installationName,
    namespace: objectName,
    labels: ownLabels,
    annotations,
  }),
  spec: required(withoutOutputs, { must: 'be given', fix: 'write spec: { configuration: { ... } }.' }),
  extra: all(
    leaf(isObject, { must: 'be an object', fix: 'write the fields of the spec that are newer.' }),
    withoutOutputs,
  ),
  acknowledge,
  operatorVersion: leaf((version) => parseOperatorVersion(asText(version)) !== undefined, {
    rule: 'operator/version',
    must: 'be a release of the Altinity operator from 0.25.0 to 0.27',
    fix: `write operatorVersion: '${defaultOperatorVersion}'.`,
  }),
});

/**
 * The object that props ask for.
 * @throws PropError naming every wrong prop and every field that the operator would refuse or drop
 */
export function installationManifest(
  kind: AltinityKind,
  scope: Construct,
  id: string,
  props: InstallationProps<object>,
): Manifest {
  const problems = new Problems(kind, [scope.node.path, id].filter(Boolean).join('/'));
  problems.check(propsShape, props);
  if (props.metadata?.name === undefined) checkId(id, problems);
  const target = parseOperatorVersion(asText(props.operatorVersion)) ?? defaultOperatorVersion;
  const faults = props.spec === undefined || problems.has('spec') ? [] : fieldFaults(kind, props.spec, target);
  for (const { problem, field, must, got, fix } of faults) {
    problems.add({ rule: rules[problem], prop: field, must, gotText: got, fix });
  }
  problems.throwIfAny();
  const metadata = { name: id, ...props.metadata };
  return { apiVersion: apiVersions[kind], kind, metadata, spec: merge(props.spec, props.extra) };
}

/**
 * Passes on what the author of an object accepts: the rules that props name, and fields that `extra` brings, which are
 * newer than the tables of this library by definition.
 * @throws PropError when rules are named where no Environment can carry them to `anyhouse check`
 */
export function acknowledgeInstallation(
  object: ApiObject,
  manifest: Manifest,
  props: InstallationProps<unknown>,
): void {
  const carried = acknowledgeInEnvironment(
    object,
    { ...fieldsOfExtra(manifest, props), ...props.acknowledge },
    manifest,
  );
  if (carried || props.acknowledge === undefined) return;
  const problems = new Problems(manifest.kind, object.node.path);
  problems.add({
    rule: 'environment/missing',
    prop: 'acknowledge',
    must: 'be left out outside of an Environment, whose Namespace would carry it',
    got: props.acknowledge,
    fix: 'create the object with an Environment as first argument.',
  });
  problems.throwIfAny();
}

/** Rules that fields of `extra` break. */
function fieldsOfExtra({ kind, spec }: Manifest, { extra, operatorVersion }: InstallationProps<unknown>): Acknowledge {
  if (extra === undefined) return {};
  const faults = fieldFaults(kind as AltinityKind, spec, operatorVersion ?? defaultOperatorVersion);
  const broken = faults.filter(({ problem }) => problem === 'unknown' || problem === 'newer');
  return Object.fromEntries(broken.map(({ problem }) => [rules[problem], 'given as extra']));
}

function checkId(id: string, problems: Problems): void {
  if (isDnsLabel(id)) return;
  const near = nearestDnsLabel(id, 44);
  problems.add({
    rule: 'names/installation',
    prop: 'id',
    must: 'be lower case letters, digits and "-", starting with a letter',
    got: id,
    fix: near ? `write '${near}', or give metadata.name.` : 'give metadata.name.',
  });
}

/** Merges objects field by field; anything else replaces what is there. */
function merge(base: unknown, extra: unknown): unknown {
  if (extra === undefined) return base;
  if (!isObject(base) || !isObject(extra)) return extra;
  const merged = Object.entries(extra).map(([key, value]) => [key, merge(base[key], value)] as const);
  return { ...base, ...Object.fromEntries(merged) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
