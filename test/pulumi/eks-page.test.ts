import { join } from 'node:path';
import { codeBlocks } from '../../scripts/markdown';
import { root, textOf } from '../house/sources';
import { awsOutputs, underAws } from '../support/eks';

const page = textOf('docs/eks.md');
const [first = '', ...others] = ['eks', 'eks-development', 'eks-pools', 'eks-auto-mode', 'eks-existing-network'].map(
  (name) => `test/pulumi/programs/${name}.ts`,
);

/** The stack that the last program refers to. */
const network = {
  outputs: { vpcId: 'vpc-0', privateA: 'subnet-a', privateB: 'subnet-b', privateC: 'subnet-c' },
  secretOutputNames: [],
};

const run = (program: string) =>
  underAws(() => require(join(root, program)), {
    outputs: (args) => (args.type === 'pulumi:pulumi:StackReference' ? network : awsOutputs(args)),
  });

test('docs/eks.md shows programs as they are', () => {
  expect(codeBlocks(page, 'ts')).toEqual([first, ...others].map(textOf));
});

test('docs/eks.md tells what is made, and how often', async () => {
  const { resources } = await run(first);
  const made = resources
    .filter(({ type }) => /^(aws|pulumi):|helm\.sh/.test(type))
    .filter(({ name }) => !name.startsWith('prod-backups-'));
  const types = made.map(({ type }) => type);
  const counts = [...new Set(types)].map((type) => `${type} ${types.filter((other) => other === type).length}`);
  const rows = [...page.matchAll(/^\| .* \| `((?:aws|pulumi|kubernetes):[^`]+)` \| (\d+) \|/gm)];
  expect(rows.map(([, type, count]) => `${type} ${count}`).sort()).toEqual(counts.sort());
});

test.each(others)('%s makes one cluster', async (program) => {
  const { resources } = await run(program);
  expect(resources.filter(({ type }) => type === 'aws:eks/cluster:Cluster')).toHaveLength(1);
});

test('the comparison names every input of terraform-aws-eks-clickhouse 0.6.0', () => {
  const inputs = (
    'install_clickhouse_cluster install_clickhouse_operator aws_profile clickhouse_operator_namespace ' +
    'clickhouse_operator_version clickhouse_cluster_name clickhouse_cluster_namespace clickhouse_cluster_user ' +
    'clickhouse_cluster_password clickhouse_cluster_enable_loadbalancer clickhouse_cluster_chart_version ' +
    'clickhouse_keeper_chart_version eks_region eks_cluster_name eks_cluster_version eks_autoscaler_version ' +
    'eks_autoscaler_chart_version eks_default_ami_type eks_default_ami_type_arm eks_autoscaler_replicas ' +
    'autoscaler_replicas eks_tags eks_cidr eks_node_pools eks_enable_nat_gateway eks_single_nat_gateway ' +
    'eks_private_cidr eks_public_cidr eks_availability_zones eks_endpoint_public_access ' +
    'eks_enable_secrets_encryption eks_cluster_enabled_log_types eks_public_access_cidrs'
  ).split(' ');
  expect(inputs.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
