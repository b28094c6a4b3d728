import { topologyOf } from '../../altinity/topology';
import { contextOf } from '../../checks/context';
import type { Manifest } from '../../kubernetes/manifest';
import { gatewaysOf } from '../gateways';
import { type NodesNeeded, nodesNeeded } from '../nodes-needed';
import { aspects } from './aspects';

/** Manifests of one platform. */
export interface PlatformOutput {
  /** How the platform is called in the table: its directory. */
  readonly name: string;
  readonly manifests: readonly Manifest[];
  /** Lines of YAML they were printed in. */
  readonly lines: number;
}

/** One column of the comparison. */
export interface PlatformSummary {
  readonly name: string;
  readonly platform?: string;
  readonly objects: number;
  readonly objectsByKind: Readonly<Record<string, number>>;
  readonly lines: number;
  readonly clickhousePods: number;
  readonly keeperPods: number;
  readonly nodes: NodesNeeded;
  readonly edgePods: number;
  readonly loadBalancers: number;
}

/** What several outputs of one program have in common. */
export interface Comparison {
  readonly platforms: readonly PlatformSummary[];
  /** Aspects that are equal everywhere. */
  readonly same: readonly string[];
  /** Aspects that are not, with the reason. */
  readonly differs: readonly { readonly name: string; readonly why: string }[];
}

/** Compares what one program made for several platforms. */
export function comparePlatforms(outputs: readonly PlatformOutput[]): Comparison {
  const seen = aspects.map(({ name, why, of }) => {
    const printed = outputs.map(({ manifests }) => JSON.stringify(of(manifests)));
    return { name, why, values: new Set(printed), absent: printed.every((text) => text === undefined) };
  });
  const differing = seen.filter(({ values }) => values.size > 1);
  return {
    platforms: outputs.map(summarise),
    same: seen.filter(({ values, absent }) => values.size <= 1 && !absent).map(({ name }) => name),
    differs: differing.map(({ name, why }) => ({ name, why })),
  };
}

function summarise({ name, manifests, lines }: PlatformOutput): PlatformSummary {
  const pods = (kind: string) =>
    manifests
      .filter((manifest) => manifest.kind === kind)
      .reduce((sum, manifest) => sum + topologyOf(manifest).hosts.length, 0);
  const objectsByKind: Record<string, number> = {};
  for (const { kind } of manifests) objectsByKind[kind] = (objectsByKind[kind] ?? 0) + 1;
  return {
    name,
    platform: manifests.map((manifest) => contextOf(manifest)?.platform).find((platform) => platform !== undefined),
    objects: manifests.length,
    objectsByKind,
    lines,
    clickhousePods: pods('ClickHouseInstallation'),
    keeperPods: pods('ClickHouseKeeperInstallation'),
    nodes: nodesNeeded(manifests),
    edgePods: gatewaysOf(manifests).reduce((sum, gateway) => sum + gateway.pods, 0),
    loadBalancers: manifests.filter((manifest) => isLoadBalancer(manifest)).length,
  };
}

function isLoadBalancer({ kind, spec }: Manifest): boolean {
  return kind === 'Service' && (spec as { type?: unknown } | undefined)?.type === 'LoadBalancer';
}
