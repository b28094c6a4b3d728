import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBalancerPolicy } from '../../../src/pulumi/eks/load-balancer-policy';
import { allows, type IamPolicy, type IamRequest, requestsOf } from '../../support/iam';

/*
 * The policy of EksCluster against the one that the AWS Load Balancer Controller publishes, which is in its module
 * beside its source. Both are asked about every action, kind of resource and combination of tags. The module that can be
 * had is older than the chart that is installed; in 3.5.0 the published policy is the same, and so is who needs what.
 */

const tag = 'elbv2.k8s.aws/cluster';
const own = 'prod';
const ours = loadBalancerPolicy('eu-west-1', own) as IamPolicy;
const { Dir: source }: { Dir: string } = JSON.parse(
  execFileSync('go', ['mod', 'download', '-json', 'sigs.k8s.io/aws-load-balancer-controller'], {
    cwd: join(__dirname, 'aws-load-balancer'),
    encoding: 'utf8',
  }),
);
const published: IamPolicy = JSON.parse(readFileSync(join(source, 'docs/install/iam_policy.json'), 'utf8'));

const ofNetworkBalancers = [
  'ec2:eu-west-1:123456789012:vpc/vpc-0abc',
  'ec2:eu-west-1:123456789012:security-group/sg-0abc',
  'elasticloadbalancing:eu-west-1:123456789012:targetgroup/k8s-a/0abc',
  'elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/k8s-a/0abc',
  'elasticloadbalancing:eu-west-1:123456789012:listener/net/k8s-a/0abc/0def',
  'iam::123456789012:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing',
].map((path) => `arn:aws:${path}`);
const ofIngress = ['loadbalancer/app/a/0abc', 'listener/app/a/0abc/0def', 'listener-rule/net/a/0abc/0def/0fed'].map(
  (path) => `arn:aws:elasticloadbalancing:eu-west-1:123456789012:${path}`,
);

/** Every combination of values of condition keys, absent ones included. */
function contextsOf(values: Readonly<Record<string, readonly (string | undefined)[]>>): IamRequest['context'][] {
  return Object.entries(values).reduce<IamRequest['context'][]>(
    (all, [key, each]) =>
      all.flatMap((context) => each.map((value) => (value === undefined ? context : { ...context, [key]: value }))),
    [{}],
  );
}

const tags = (...values: (string | undefined)[]) => ({
  [`aws:RequestTag/${tag}`]: values,
  [`aws:ResourceTag/${tag}`]: values,
});
const conditions = {
  'ec2:CreateAction': [undefined, 'CreateSecurityGroup', 'CreateVolume'],
  'elasticloadbalancing:CreateAction': [undefined, 'CreateTargetGroup', 'CreateLoadBalancer', 'CreateListener'],
  'iam:AWSServiceName': [undefined, 'elasticloadbalancing.amazonaws.com', 'ec2.amazonaws.com'],
};

test('it allows nothing that the published one does not', () => {
  const contexts = contextsOf({ ...conditions, ...tags(undefined, own, 'another') });
  const requests = requestsOf([ours, published], [...ofNetworkBalancers, ...ofIngress], contexts);
  expect(requests.length).toBeGreaterThan(50_000);
  expect(requests.filter((request) => allows(ours, request) && !allows(published, request))).toEqual([]);
});

test('it leaves load balancers of other clusters alone, as far as AWS can tell them apart', () => {
  const contexts = contextsOf({ ...conditions, ...tags('another') });
  const requests = requestsOf([ours], [...ofNetworkBalancers, ...ofIngress], contexts);
  const changing = requests.filter((request) => !/:(Describe|Get)/.test(request.action) && allows(ours, request));
  expect([...new Set(changing.map(({ action }) => action.replace('elasticloadbalancing:', '')))].sort()).toEqual([
    'AddListenerCertificates',
    'AddTags',
    'CreateListener',
    'DeleteListener',
    'DeregisterTargets',
    'ModifyListener',
    'RegisterTargets',
    'RemoveListenerCertificates',
    'RemoveTags',
    'ec2:AuthorizeSecurityGroupIngress',
    'ec2:CreateSecurityGroup',
    'ec2:RevokeSecurityGroupIngress',
    'iam:CreateServiceLinkedRole',
  ]);
});

/** Calls that a Service never leads to, with all files of the controller that make them. */
const calledElsewhere: Readonly<Record<string, { readonly call: string; readonly files: readonly string[] }>> = {
  // A listener of a network load balancer has its default action and no rules.
  'elasticloadbalancing:CreateRule': {
    call: 'CreateRuleWithContext',
    files: ['pkg/deploy/elbv2/listener_rule_manager.go'],
  },
  'elasticloadbalancing:DeleteRule': {
    call: 'DeleteRuleWithContext',
    files: ['pkg/deploy/elbv2/listener_rule_manager.go'],
  },
  'elasticloadbalancing:ModifyRule': {
    call: 'ModifyRuleWithContext',
    files: ['pkg/deploy/elbv2/listener_rule_manager.go'],
  },
  'elasticloadbalancing:SetRulePriorities': {
    call: 'SetRulePrioritiesWithContext',
    files: ['pkg/deploy/elbv2/listener_rule_manager.go'],
  },
  // Certificates are looked for by host names of an Ingress or a Gateway; a Service names its own.
  'acm:ListCertificates': { call: 'ListCertificatesAsList', files: ['pkg/certs/cert_discovery.go'] },
  'acm:DescribeCertificate': { call: 'DescribeCertificateWithContext', files: ['pkg/certs/cert_discovery.go'] },
  // Values of the chart turn these off.
  'shield:GetSubscriptionState': {
    call: 'GetSubscriptionStateWithContext',
    files: ['pkg/deploy/shield/protection_manager.go'],
  },
  'shield:DescribeProtection': {
    call: 'DescribeProtectionWithContext',
    files: ['pkg/deploy/shield/protection_manager.go'],
  },
  'shield:CreateProtection': {
    call: 'CreateProtectionWithContext',
    files: ['pkg/deploy/shield/protection_manager.go'],
  },
  'shield:DeleteProtection': {
    call: 'DeleteProtectionWithContext',
    files: ['pkg/deploy/shield/protection_manager.go'],
  },
  ...Object.fromEntries(
    ['GetWebACLForResource', 'AssociateWebACL', 'DisassociateWebACL'].flatMap((name) => {
      const call = `${name}WithContext`;
      const files = ['wafregional', 'wafv2'].map((kind) => `pkg/deploy/${kind}/web_acl_association_manager.go`);
      return ['waf-regional', 'wafv2'].map((service) => [`${service}:${name}`, { call, files }]);
    }),
  ),
};

/** Actions that the controller never asks for itself: AWS checks them beside rules with Cognito, WAF or an HTTPS listener. */
const calledNowhere = {
  'cognito-idp:DescribeUserPoolClient': 'DescribeUserPoolClient',
  'elasticloadbalancing:SetWebAcl': 'SetWebAcl',
  'iam:GetServerCertificate': 'GetServerCertificate',
  'iam:ListServerCertificates': 'ListServerCertificates',
  'waf-regional:GetWebACL': 'GetWebACLWithContext',
  'wafv2:GetWebACL': 'GetWebACLWithContext',
};

const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(main\.go$|(pkg|controllers|webhooks)\/.*\.go$)/.test(file))
  .filter((file) => !/_test\.go$|_mocks?\.go$|^pkg\/aws\/services\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }));

/** Files of the controller with some text. The clients of AWS, which have a method for everything, are left out. */
function filesWith(text: string): readonly string[] {
  return sources
    .filter((each) => each.text.includes(text))
    .map(({ file }) => file)
    .sort();
}

test('it allows all that the published one does for Services of its cluster', () => {
  const contexts = contextsOf({ ...conditions, ...tags(undefined, own) });
  const requests = requestsOf([published], ofNetworkBalancers, contexts);
  const missing = requests.filter((request) => allows(published, request) && !allows(ours, request));
  expect([...new Set(missing.map(({ action }) => action))].sort()).toEqual(
    [...Object.keys(calledElsewhere), ...Object.keys(calledNowhere)].sort(),
  );
});

test.each(Object.entries(calledElsewhere))('%s is needed elsewhere only', (_, { call, files }) => {
  expect(filesWith(`.${call}(`)).toEqual(files);
});

test.each(Object.entries(calledNowhere))('%s is asked for nowhere', (_, call) => {
  expect(filesWith(`.${call}(`)).toEqual([]);
});

test('certificates are looked for by the controllers of Ingress and Gateway alone', () => {
  expect(filesWith('.NewACMCertDiscovery(')).toEqual(['main.go', 'pkg/ingress/model_builder.go']);
  const ofServices = /^(controllers|pkg)\/service\//;
  expect(sources.filter(({ file }) => ofServices.test(file)).length).toBeGreaterThan(5);
  expect(filesWith('aws-load-balancer-controller/pkg/certs"').filter((file) => ofServices.test(file))).toEqual([]);
});
