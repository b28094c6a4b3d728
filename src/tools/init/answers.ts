import { basename, resolve } from 'node:path';
import { resolveCluster } from '../../clickhouse/resolve';
import { resolveEnvironment } from '../../environment/resolve';
import { ExternalKeeper } from '../../keeper/external-keeper';
import { nearestDnsLabel } from '../../kubernetes/names';
import { PropError } from '../../kubernetes/prop-error';
import { isQuantity, type Quantity } from '../../kubernetes/quantity';
import { Exposure } from '../../platform/exposure';
import type { PlatformName } from '../../platform/platform-names';
import { InputError } from '../manifests/input-error';
import { type ChosenPlatform, choosePlatform, hasRegion, isLaptop, usualZones } from '../platform-choice';

/** What may be said about a new project. */
export interface InitFlags {
  readonly name?: string;
  readonly platform?: PlatformName;
  readonly region?: string;
  readonly zones?: readonly string[];
  readonly shards?: string;
  readonly replicas?: string;
  readonly storage?: string;
  readonly domain?: string;
}

/** What a project is made of. */
export interface Answers {
  /** Name of the package, the environment and the cluster. */
  readonly name: string;
  readonly platformName: PlatformName;
  readonly platform: ChosenPlatform;
  readonly shards: number;
  readonly replicas: number;
  readonly storage: Quantity;
  readonly domain?: string;
}

/** The name that a directory suggests. */
export function nameOf(directory: string): string {
  return nearestDnsLabel(basename(resolve(directory)), 30) ?? 'analytics';
}

/** What holds where nothing was said. */
export const usual = {
  platform: 'minikube',
  shards: '1',
  replicas: '2',
  storage: (platform: PlatformName) => (isLaptop(platform) ? '10Gi' : '100Gi'),
} as const;

/**
 * Completes what was said.
 * @throws InputError naming every flag that is wrong
 */
export function completed(flags: InitFlags, directory: string): Answers {
  const { platform: platformName = usual.platform, region, domain } = flags;
  const zones =
    flags.zones ?? (hasRegion(platformName) && region !== undefined ? usualZones(platformName, region) : undefined);
  const { name = nameOf(directory), storage = usual.storage(platformName) } = flags;
  const problems: string[] = [];
  const count = (flag: 'shards' | 'replicas') => {
    const given = flags[flag] ?? usual[flag];
    if (!/^[1-9]\d{0,2}$/.test(given)) problems.push(`--${flag} must be a whole number from 1 to 999, got "${given}".`);
    return Number(given);
  };
  const [shards, replicas] = [count('shards'), count('replicas')];
  if (!isQuantity(storage)) {
    problems.push(`--storage must be an amount with Mi, Gi or Ti, such as 100Gi, got "${storage}".`);
  }
  const platform = attempt(() => choosePlatform({ platform: platformName, region, zones }), problems);
  if (!platform || problems.length > 0 || !isQuantity(storage)) throw new InputError(problems);
  const answers = { name, platformName, platform, shards, replicas, storage, domain };
  refuseWhatConstructsRefuse(answers);
  return answers;
}

function attempt<T>(make: () => T, problems: string[]): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** Name of the exposed cluster in DNS. */
export function hostnameOf({ name, domain }: Answers): string {
  return `${name}.${domain}`;
}

/** Faults between answers, told with the flag that each belongs to. */
function refuseWhatConstructsRefuse(answers: Answers): void {
  const { name, platform, shards, replicas, storage, domain } = answers;
  try {
    const environment = resolveEnvironment(name, name, { platform: platform.value });
    resolveCluster(name, name, environment, {
      shards,
      replication: { replicas, keeper: new ExternalKeeper([{ host: 'keeper' }]) },
      storage: { size: storage },
      ...(domain !== undefined && { exposure: Exposure.internal({ hostname: hostnameOf(answers) }) }),
    });
  } catch (error) {
    if (!(error instanceof PropError)) throw error;
    throw new InputError(
      error.problems.map(({ prop, must, got, fix }) => `--${flagOf(prop)} must ${must}, got ${got}. Fix: ${fix}`),
    );
  }
}

function flagOf(prop: string): string {
  if (/^exposure/.test(prop)) return 'domain';
  if (/^replication/.test(prop)) return 'replicas';
  return /^(shards|storage)/.exec(prop)?.[1] ?? 'name';
}
