import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Manifest } from 'anyhouse';

let building: Promise<string> | undefined;

/** Directory with the judges that `build.sh` made. It is made once, so its first run takes minutes. */
export function judgesDirectory(): Promise<string> {
  building ??= build();
  return building;
}

async function build(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('bash', [join(__dirname, 'build.sh')]);
    return stdout.trim();
  } catch (error) {
    throw new Error(`The judges could not be built.\n${(error as { stderr?: string }).stderr ?? String(error)}`);
  }
}

/** What the AWS Load Balancer Controller makes of a Service. Absent parts were not asked for. */
export interface AwsModel {
  readonly handled: boolean;
  readonly error?: string;
  readonly loadBalancer: { readonly scheme: string; readonly subnets: readonly { readonly subnetID: string }[] };
  readonly listeners: readonly {
    readonly port: number;
    readonly protocol: string;
    readonly attributes?: Readonly<Record<string, string>>;
  }[];
  readonly targetGroups: readonly {
    readonly targetType: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly healthCheck: { readonly protocol: string };
  }[];
  readonly managedSecurityGroups: readonly { readonly ingress: readonly string[] | null }[];
  readonly droppedPorts?: readonly string[];
  readonly neverRead?: readonly string[];
  readonly noEffect?: readonly string[];
}

/** Models of Services, by name, made by the controller's own builder. */
export async function awsModels(
  services: readonly Manifest[],
  loadBalancerClass: string,
): Promise<ReadonlyMap<string, AwsModel>> {
  const reports: readonly { service: string; aws: AwsModel }[] = await judge('aws-load-balancer', services, [
    '-load-balancer-class',
    loadBalancerClass,
  ]);
  return new Map(reports.map(({ service, aws }) => [service.split('/')[1] ?? '', aws]));
}

/** What external-dns makes of a Service. */
export interface DnsResult {
  readonly service: string;
  readonly records: readonly { readonly dnsName: string; readonly type: string }[];
  readonly error?: string;
  readonly log?: readonly string[];
}

/** DNS records of Services, made by the own source of external-dns, which reads annotations with this prefix. */
export async function dnsRecords(services: readonly Manifest[], prefix: string): Promise<readonly DnsResult[]> {
  return judge('external-dns', services, ['-annotation-prefix', prefix]);
}

/** What cert-manager says about one of its objects. */
export interface CertificateVerdict {
  /** Kind and name. */
  readonly object: string;
  /** What its admission webhook refuses. */
  readonly errors: readonly string[];
  readonly warnings?: readonly string[];
  /** For each name of a Certificate of an ACME issuer: the solver that is picked, by index; -1 means none. */
  readonly solvers?: Readonly<Record<string, number>>;
}

/** Verdicts of the admission webhook of cert-manager, and of its search for solvers. */
export async function certificateVerdicts(manifests: readonly Manifest[]): Promise<readonly CertificateVerdict[]> {
  return judge('cert-manager', manifests, []);
}

/** What a Secret is made of: templates for its keys, and values or the specification of a password generator. */
export interface SecretSource {
  readonly templates: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
  readonly generator?: unknown;
}

/** Data of Secrets, or why there are none, by the libraries that External Secrets calls. */
export async function externalSecretData(
  sources: readonly SecretSource[],
): Promise<readonly { readonly data?: Readonly<Record<string, string>>; readonly error?: string }[]> {
  return ask('external-secrets', JSON.stringify(sources), []);
}

/** What Argo CD and Flux make of an installation. */
export interface HealthVerdict {
  readonly argoCd: { readonly status: string; readonly message: string };
  readonly argoCdError?: string;
  /** Empty with an error, at which Flux waits. */
  readonly flux: string;
  readonly fluxError?: string;
}

/** Verdicts of the Lua of Argo CD, by kind of the object, and of the expressions of Flux. */
export async function healthVerdicts(input: {
  readonly scripts: Readonly<Record<string, string>>;
  readonly expressions: readonly object[];
  readonly objects: readonly object[];
}): Promise<readonly HealthVerdict[]> {
  return ask('gitops', JSON.stringify(input), []);
}

async function judge<T>(name: string, manifests: readonly Manifest[], flags: readonly string[]): Promise<T> {
  return ask(name, manifests.map((manifest) => JSON.stringify(manifest)).join('\n---\n'), flags);
}

async function ask<T>(name: string, input: string, flags: readonly string[]): Promise<T> {
  return JSON.parse(
    execFileSync(join(await judgesDirectory(), name), flags, { input, encoding: 'utf8', maxBuffer: 2 ** 28 }),
  );
}
