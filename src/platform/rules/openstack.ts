import type { Rule } from '../../checks/rule';
import {
  annotationOf,
  annotationRule,
  atAnnotation,
  atField,
  forEachLoadBalancer,
  type LoadBalancerService,
} from './load-balancers';

const key = (name: string) => `loadbalancer.openstack.org/${name}`;
const source = 'cloud-provider-openstack, pkg/openstack/loadbalancer.go';
const page = 'cloud-provider-openstack, Exposing applications using services of LoadBalancer type';
const isOctavia = ({ context, class: name }: LoadBalancerService) =>
  context.platform === 'openstack' && name === undefined;
const timeouts = ['timeout-client-data', 'timeout-member-data'].map(key);

/** Rules about load balancers of OpenStack. */
export const openStackRules: readonly Rule[] = [
  {
    id: 'octavia/proxy-and-forwarded',
    severity: 'error',
    title: 'PROXY protocol and X-Forwarded-For do not stand side by side',
    why: 'The controller refuses the Service: a listener is either TCP or HTTP.',
    fix: 'keep one of them; native clients need TCP.',
    source,
    check: annotationRule(key('x-forwarded-for'), (service, value) => {
      const proxy = annotationOf(service, key('proxy-protocol'));
      return value === 'true' && proxy !== undefined && proxy !== 'false' && 'there is PROXY protocol, too.';
    }),
  },
  {
    id: 'octavia/local-without-monitor',
    severity: 'warning',
    title: 'Local traffic comes with a health monitor',
    why: 'Otherwise nodes without a pod get connections, too, and drop them.',
    fix: "write enable-health-monitor: 'true'.",
    source: page,
    check: forEachLoadBalancer(function* (service) {
      if (isOctavia(service) && service.isLocal && annotationOf(service, key('enable-health-monitor')) !== 'true')
        yield atField(service, 'externalTrafficPolicy', 'it is Local, and there is no health monitor.');
    }),
  },
  {
    id: 'octavia/monitor',
    severity: 'error',
    title: 'A health monitor waits longer between probes than for an answer',
    why: 'Octavia refuses the monitor, and the load balancer stays broken.',
    fix: 'write a health-monitor-delay above health-monitor-timeout.',
    source: page,
    check: annotationRule(key('health-monitor-delay'), (service, value) => {
      const timeout = annotationOf(service, key('health-monitor-timeout'));
      return timeout !== undefined && Number(value) <= Number(timeout) && `${value} is not above ${timeout}.`;
    }),
  },
  {
    id: 'octavia/timeouts',
    severity: 'warning',
    title: 'Connections to ClickHouse may be silent for longer than 50 seconds',
    why: 'Octavia cuts them then: a long query that sends no progress ends with a broken connection.',
    fix: "write timeout-client-data and timeout-member-data: '3600000'.",
    source: page,
    check: forEachLoadBalancer(function* (service) {
      const missing = timeouts.filter((name) => annotationOf(service, name) === undefined);
      // Local traffic behind amphora makes no sense, so it tells the provider OVN, which has no timeouts.
      if (isOctavia(service) && service.isClickHouse && !service.isLocal && missing.length > 0)
        yield atAnnotation(service, missing[0] ?? '', `${missing.join(' and ')}: 50 seconds unless set.`);
    }),
  },
];
