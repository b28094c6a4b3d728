import type * as pulumi from '@pulumi/pulumi';

type Values = Readonly<Record<string, unknown>>;

/** What clouds answer beside what they were asked for, as far as programs read it. */
const answers: Readonly<Record<string, (name: string) => Values>> = {
  'aws:eks/cluster:Cluster': (name) => ({
    arn: `arn:aws:eks:eu-west-1:123456789012:cluster/${name}`,
    endpoint: 'https://0123.gr7.eu-west-1.eks.amazonaws.com',
    certificateAuthority: { data: 'Q0E=' },
    version: '1.34',
    vpcConfig: { clusterSecurityGroupId: 'sg-0cluster' },
  }),
  'aws:iam/role:Role': (name) => ({ arn: `arn:aws:iam::123456789012:role/${name}`, name }),
  'aws:ec2/launchTemplate:LaunchTemplate': () => ({ latestVersion: 1 }),
  'aws:s3/bucket:Bucket': (name) => ({ arn: `arn:aws:s3:::${name}`, bucket: name }),
  'gcp:container/cluster:Cluster': () => ({
    endpoint: '10.0.0.2',
    masterAuth: { clusterCaCertificate: 'Q0E=' },
    controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: 'gke-1234.europe-west4.gke.goog' } },
  }),
  'gcp:serviceaccount/account:Account': (name) => ({ email: `${name}@my-project.iam.gserviceaccount.com` }),
  'gcp:projects/serviceIdentity:ServiceIdentity': () => ({ member: 'serviceAccount:agent' }),
  'gcp:storage/bucket:Bucket': (name) => ({ name }),
};

/** Outputs of a resource of AWS or Google Cloud. */
export function outputsOf({ type, name }: pulumi.runtime.MockResourceArgs): Values {
  return answers[type]?.(name) ?? { arn: `arn:aws:mock:eu-west-1:123456789012:${name}` };
}

/** Answers of their functions. */
export function callsOf({ token }: pulumi.runtime.MockCallArgs): Values {
  return token.startsWith('gcp:organizations/getProject') ? { number: '42' } : {};
}
