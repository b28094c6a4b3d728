import * as pulumi from '@pulumi/pulumi';
import type { EksKubeconfigArgs } from './args';

/** Where an API server is. */
export interface ApiServer {
  readonly name: pulumi.Input<string>;
  readonly arn: pulumi.Input<string>;
  readonly endpoint: pulumi.Input<string>;
  /** Certificate of its authority, in base64. */
  readonly certificateAuthority: pulumi.Input<string>;
}

/**
 * A kubeconfig that asks the AWS CLI for a token each time, so there is none in it. The profile of whoever runs the
 * program stays out of it unless asked for: others have other names for theirs.
 * @see https://docs.aws.amazon.com/cli/latest/reference/eks/get-token.html
 */
export function kubeconfigOf(
  { name, arn, endpoint, certificateAuthority }: ApiServer,
  region: string,
  { profile, roleArn }: EksKubeconfigArgs = {},
): pulumi.Output<string> {
  const args = ['eks', 'get-token', '--cluster-name', name, '--region', region, '--output', 'json'];
  if (roleArn !== undefined) args.push('--role-arn', roleArn);
  if (profile !== undefined) args.push('--profile', profile);
  const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'aws', args, interactiveMode: 'Never' };
  const config = pulumi.jsonStringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: arn, cluster: { server: endpoint, 'certificate-authority-data': certificateAuthority } }],
    users: [{ name: arn, user: { exec } }],
    contexts: [{ name: arn, context: { cluster: arn, user: arn } }],
    'current-context': arn,
  });
  return pulumi.secret(config);
}
