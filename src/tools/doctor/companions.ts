import { asText, at, list } from '../../kubernetes/manifest';
import type { Diagnosis, Examination } from './diagnosis';

/** Whether cert-manager is there for manifests that ask it for certificates. */
export const examineCertManager: Examination = async ({ cluster, manifests }) => {
  const subject = 'cert-manager';
  const needed = manifests.some(({ apiVersion }) => apiVersion.startsWith('cert-manager.io/'));
  if (await cluster.get('CustomResourceDefinition', 'certificates.cert-manager.io')) {
    return [{ subject, level: 'ok', finding: 'installed' }];
  }
  if (!needed) return [{ subject, level: 'ok', finding: 'not installed, and not needed' }];
  const fix = 'install it: https://cert-manager.io/docs/installation.';
  return [{ subject, level: 'fail', finding: 'not installed, but certificates are asked for', fix }];
};

/** Whether External Secrets is there, in a release that knows `external-secrets.io/v1`, for manifests that need it. */
export const examineExternalSecrets: Examination = async ({ cluster, manifests }) => {
  const subject = 'External Secrets';
  if (!manifests.some(({ apiVersion }) => apiVersion === 'external-secrets.io/v1')) return [];
  const definition = await cluster.get('CustomResourceDefinition', 'externalsecrets.external-secrets.io');
  const versions = list(at(definition, 'spec', 'versions'));
  if (versions.some((version) => at(version, 'name') === 'v1' && at(version, 'served') === true))
    return [{ subject, level: 'ok', finding: 'installed' }];
  const finding = definition
    ? 'too old: it has no external-secrets.io/v1'
    : 'not installed, but Secrets are asked of it';
  return [{ subject, level: 'fail', finding, fix: 'install release 0.16 or later: https://external-secrets.io.' }];
};

/** Kinds of prometheus-operator that are emitted, with their definitions. */
const monitors = { PodMonitor: 'podmonitors', ServiceMonitor: 'servicemonitors', PrometheusRule: 'prometheusrules' };

/** Whether prometheus-operator is there for manifests with monitors or alerts. */
export const examinePrometheusOperator: Examination = async ({ cluster, manifests }) => {
  const subject = 'prometheus-operator';
  const needed = Object.entries(monitors).filter(([kind]) => manifests.some((manifest) => manifest.kind === kind));
  if (needed.length === 0) return [];
  const definitions = await Promise.all(
    needed.map(([, plural]) => cluster.get('CustomResourceDefinition', `${plural}.monitoring.coreos.com`)),
  );
  const missing = needed.filter((_, index) => !definitions[index]).map(([kind]) => kind);
  if (missing.length === 0) return [{ subject, level: 'ok', finding: 'installed' }];
  const finding = `the cluster does not know ${missing.join(' and ')}, which the manifests have`;
  const fix = 'install kube-prometheus-stack, or leave monitoring out: https://prometheus-operator.dev.';
  return [{ subject, level: 'fail', finding, fix }];
};

const controllers = /aws-load-balancer-controller|metallb|cloud-controller-manager|kube-vip|openstack-cloud/;

/** Clouds that serve load balancers themselves, by the beginning of the ids of their nodes. */
const clouds: Readonly<Record<string, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gce: 'Google Cloud',
  openstack: 'OpenStack',
};

/** Whether somebody serves Services of type LoadBalancer. */
export const examineLoadBalancers: Examination = async ({ cluster, manifests }) => {
  const subject = 'load balancers';
  const needed = manifests.some(
    (manifest) => manifest.kind === 'Service' && at(manifest, 'spec', 'type') === 'LoadBalancer',
  );
  const deployments = (await cluster.list('Deployment')) ?? [];
  const found = deployments.find(({ metadata }) => controllers.test(metadata.name));
  if (found) return [{ subject, level: 'ok', finding: `served by ${found.metadata.name}` }];
  const nodes = (await cluster.list('Node')) ?? [];
  const cloud = nodes.map((node) => clouds[asText(at(node, 'spec', 'providerID')).split(':')[0] ?? '']).find(Boolean);
  if (cloud) return [{ subject, level: 'ok', finding: `served by ${cloud}` }];
  if (!needed) return [{ subject, level: 'ok', finding: 'nobody serves them, and none are needed' }];
  const missing: Diagnosis = { subject, level: 'fail', finding: 'nobody serves them, but one is asked for' };
  return [{ ...missing, fix: 'install a controller, such as MetalLB or the one of the cloud.' }];
};
