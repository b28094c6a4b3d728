import type { CheckContext } from '../../src/checks/context';
import { chi, type RuleCase } from './rule-case';

/** Prefixes of annotations. */
export const aws = 'service.beta.kubernetes.io/aws-load-balancer-';
export const azure = 'service.beta.kubernetes.io/azure-';
export const octavia = 'loadbalancer.openstack.org/';
/** Where an annotation stands. */
export const annotation = (key: string) => `/metadata/annotations/${key.replaceAll('/', '~1')}`;

/** A Service of type LoadBalancer. */
export const service = (annotations: string, spec = 'ports: [{ port: 8123 }]', name = 'web') => `
  apiVersion: v1
  kind: Service
  metadata: { name: ${name}, namespace: analytics, annotations: { ${annotations} } }
  spec: { type: LoadBalancer, ${spec} }
`;

/** The same as a service template. */
export const template = (annotations: string, spec = 'ports: [{ port: 8123 }]', more = '') =>
  chi(`
    templates:
      serviceTemplates:
      - { name: entry, metadata: { annotations: { ${annotations} } }, spec: { type: LoadBalancer, ${spec} } }
      ${more}
  `);
/** Where that template stands. */
export const entry = '/spec/templates/serviceTemplates/0';

/** A case of annotations alone: keys without their prefix. */
export function annotated(
  rule: string,
  fault: string,
  prefix: string,
  [bad, at, good]: readonly [bad: string, at: string, good: string],
  spec?: string,
  context?: CheckContext,
): RuleCase {
  const full = (text: string) => text.replaceAll('~', prefix);
  return {
    rule,
    fault,
    bad: service(full(bad), spec),
    at: [annotation(prefix + at)],
    good: service(full(good), spec),
    context,
  };
}

/** A case of the specification alone, with the same annotations on both sides. */
export function specified(
  rule: string,
  fault: string,
  annotations: string,
  [bad, at, good]: readonly [bad: string, at: string, good: string],
  context?: CheckContext,
): RuleCase {
  return { rule, fault, bad: service(annotations, bad), at: [at], good: service(annotations, good), context };
}

/** Specifications that several cases share. */
export const ranges = 'loadBalancerSourceRanges: [10.0.0.0/8], ports: [{ port: 8123 }]';
export const open = 'ports: [{ port: 8123 }]';
export const local = 'externalTrafficPolicy: Local, ports: [{ port: 8123 }]';
