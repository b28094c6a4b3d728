import { asText, record } from '../../kubernetes/manifest';
import { Call } from '../typescript/code';
import type { Conversion } from './conversion';
import { toRange } from './convert';
import { evaluate } from './evaluate';
import type { ValuePath } from './values';

/** Annotations with which clouds make a load balancer internal. */
const internal: Readonly<Record<string, string>> = {
  'service.beta.kubernetes.io/aws-load-balancer-internal': 'true',
  'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
  'networking.gke.io/load-balancer-type': 'Internal',
  'cloud.google.com/load-balancer-type': 'Internal',
  'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
  'service.beta.kubernetes.io/openstack-internal-load-balancer': 'true',
};

/** How clients outside of the Kubernetes cluster connect. */
export function mapExposure(conversion: Conversion): void {
  const { values, fates } = conversion;
  const [service, balancer] = [
    ['clickhouse', 'service'],
    ['clickhouse', 'lbService'],
  ] as const;
  const type = values.text(...service, 'type');
  const source = values.flag(...balancer, 'enabled') ? balancer : type === 'LoadBalancer' ? service : undefined;
  for (const owner of [service, balancer]) {
    fates.map(...owner);
    if (owner === balancer && source !== balancer) fates.idle(...balancer);
    else mapMarks(conversion, owner, owner === source);
  }
  if (type !== 'ClusterIP' && type !== 'LoadBalancer') {
    const instead = 'Write exposure: Exposure.internal(), which is a port of the nodes on minikube and kind';
    fates.refuse([...service, 'type'], 'Services are reached from inside, or through a load balancer', instead);
  }
  if (source) expose(conversion, source, source === balancer ? [...balancer, 'enabled'] : [...service, 'type']);
}

function expose({ values, fates, cluster }: Conversion, owner: ValuePath, source: ValuePath): void {
  const annotations = values.map(...owner, 'serviceAnnotations');
  const inside = Object.entries(annotations).some(
    ([key, value]) => Object.hasOwn(internal, key) && internal[key] === asText(value),
  );
  const path = ['clickhouse', 'lbService', 'loadBalancerSourceRanges'];
  const given = owner[1] === 'lbService' ? values.list(...path).map(asText) : [];
  const ranges = given.map(toRange);
  const right = [...new Set(ranges.filter((range) => range !== undefined))];
  const allow = right.length > 0 ? [{ allow: right }] : [];
  if (inside) cluster.set(['exposure'], new Call('Exposure.internal', ...allow), source);
  else if (right.length > 0) cluster.set(['exposure'], new Call('Exposure.public', ...allow), source);
  else {
    const instead = "Write exposure: Exposure.internal(), or Exposure.public({ allow: ['203.0.113.0/24'] })";
    fates.refuse(source, 'a load balancer without source ranges is open to everybody in most clouds', instead);
  }
  for (const [index, range] of ranges.entries()) {
    if (range !== undefined) continue;
    fates.refuse([...path, String(index)], 'it is no address range', "Write allow: ['203.0.113.0/24']");
  }
}

/** Labels and annotations of a Service. Those that say where a load balancer stands are in the exposure. */
function mapMarks({ values, fates }: Conversion, owner: ValuePath, exposed: boolean): void {
  for (const name of ['serviceAnnotations', 'serviceLabels']) {
    for (const key of Object.keys(values.map(...owner, name))) {
      if (exposed && Object.hasOwn(internal, key)) continue;
      const reason = 'the platform writes the marks that its load balancer reads';
      fates.refuse([...owner, name, key], reason, 'Use the options of Exposure, or transform.installation');
    }
  }
}

/** ServiceAccount of the servers: rights in a cloud are an identity; Kubernetes itself they need not ask. */
export function mapServiceAccount({ values, fates, cluster }: Conversion): void {
  const path = ['clickhouse', 'serviceAccount'];
  fates.map(...path);
  if (values.text(...path, 'name') !== '') {
    const instead = 'Let the rights go to the new name, which the output shows';
    fates.refuse([...path, 'name'], 'its name derives from the name of the cluster', instead);
  }
  for (const [key, value] of Object.entries(values.map(...path, 'annotations'))) {
    const source = [...path, 'annotations', key];
    const callee = identities[key];
    const code = callee && new Call(callee, asText(value));
    if (code && isSound(code)) cluster.set(['identity'], code, source);
    else fates.refuse(source, 'it is not known as a way to rights in a cloud', 'Write identity: Identity.awsRole(arn)');
  }
}

function isSound(code: Call): boolean {
  try {
    evaluate(code);
    return true;
  } catch {
    return false;
  }
}

const identities: Readonly<Record<string, 'Identity.awsRole' | 'Identity.googleServiceAccount'>> = {
  'eks.amazonaws.com/role-arn': 'Identity.awsRole',
  'iam.gke.io/gcp-service-account': 'Identity.googleServiceAccount',
};

/** Secrets with which images are pulled. */
export function mapPullSecrets({ values, fates, environment, notes }: Conversion): void {
  const path = ['clickhouse', 'imagePullSecrets'];
  const names = values.list(...path).map((each) => record(each).name);
  fates.map(...path);
  const right = names.filter((name) => typeof name === 'string');
  if (right.length === 0) return;
  environment.set(['images', 'pullSecrets'], right, path);
  notes.push(`Copy pull Secret ${right.join(', ')} into the new namespace.`);
}
