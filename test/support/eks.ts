import type * as pulumi from '@pulumi/pulumi';
import { EksCluster, type EksClusterArgs } from '../../src/pulumi';
import { type MockOptions, type Registered, type Run, underMocks } from './pulumi-mocks';

/** The three zones of most tests. */
export const zones = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'];

/** Arguments of a cluster that a laptop reaches. */
export const reachable: EksClusterArgs = { zones, access: { endpoint: 'public', allow: ['203.0.113.0/24'] } };

/** What AWS answers beside what it was asked for. */
export function awsOutputs({ type, name, inputs }: pulumi.runtime.MockResourceArgs): Readonly<Record<string, unknown>> {
  const arn = `arn:aws:mock:eu-west-1:123456789012:${name}`;
  switch (type) {
    case 'aws:eks/cluster:Cluster':
      return {
        arn: `arn:aws:eks:eu-west-1:123456789012:cluster/${inputs.name}`,
        endpoint: 'https://0123.gr7.eu-west-1.eks.amazonaws.com',
        certificateAuthority: { data: 'Q0E=' },
        version: inputs.version ?? '1.34',
        vpcConfig: { ...inputs.vpcConfig, clusterSecurityGroupId: 'sg-0cluster' },
      };
    case 'aws:iam/role:Role':
      return { arn: `arn:aws:iam::123456789012:role/${name}`, name };
    case 'aws:ec2/launchTemplate:LaunchTemplate':
      return { arn, latestVersion: 1 };
    case 'aws:s3/bucket:Bucket':
      return { arn: `arn:aws:s3:::${name}`, bucket: name };
    default:
      return { arn };
  }
}

/**
 * Runs a program against a mocked AWS, without stacks: Pulumi notes one for each promise, and looking these up in source
 * maps takes most of the time of a run.
 */
export async function underAws<T>(program: () => T | Promise<T>, options: MockOptions = {}): Promise<Run<T>> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return await underMocks(program, { outputs: awsOutputs, ...options });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const runs = new Map<string, Promise<Run<EksCluster>>>();

/** Makes a cluster against a mocked engine; the same one once, as a run is slow and never changed. */
export function eks(args: EksClusterArgs = reachable, options: MockOptions = {}): Promise<Run<EksCluster>> {
  const make = () => underAws(() => new EksCluster('prod', args), options);
  if (Object.keys(options).length > 0) return make();
  const key = JSON.stringify(args);
  const run = runs.get(key) ?? make();
  runs.set(key, run);
  return run;
}

/** Resources of a type, by name. */
export function ofType(resources: readonly Registered[], type: string): readonly Registered[] {
  return resources.filter((resource) => resource.type === type).sort((a, b) => a.name.localeCompare(b.name));
}

/** The only resource of a type, or the one of this name. */
export function one(resources: readonly Registered[], type: string, name?: string): Registered {
  const found = ofType(resources, type).filter((resource) => name === undefined || resource.name === name);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources of type ${type} ${name ?? ''}`);
  return found[0];
}
