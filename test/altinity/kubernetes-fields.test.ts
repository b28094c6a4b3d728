import { readFileSync } from 'node:fs';
import { kubernetesFieldsFile, renderKubernetesFields } from '../../scripts/generate-kubernetes-fields';
import { fieldFaults } from '../../src/altinity/field-faults';
import type { OperatorVersion } from '../../src/altinity/versions';

test('the table of fields is the one that kubernetes-types gives', () => {
  const fresh = readFileSync(kubernetesFieldsFile, 'utf8') === renderKubernetesFields();
  expect(fresh ? 'fresh' : 'run: npx tsx scripts/generate-kubernetes-fields.ts').toBe('fresh');
});

/** Faults of one template, each as its place in the template, what it must be, and the fix. */
function faultsOf(list: string, template: object, target: OperatorVersion = '0.27.2'): readonly string[] {
  const spec = { templates: { [list]: [{ name: 'one', ...template }] } };
  return fieldFaults('ClickHouseInstallation', spec, target).map(
    ({ field, must, got, fix }) =>
      `${field.replace(`spec.templates.${list}[0].`, '')} must ${must}, got ${got}. ${fix}`,
  );
}
const inPod = (pod: unknown, target?: OperatorVersion) => faultsOf('podTemplates', { spec: pod }, target);
const inContainer = (fields: object) => inPod({ containers: [{ name: 'clickhouse', ...fields }] });

test('a pod, a claim and a Service as they should be have no faults', () => {
  const probe = { httpGet: { path: '/ping', port: 'http' }, periodSeconds: 5 };
  const resources = { requests: { cpu: 2, memory: '8Gi' }, limits: { memory: '8Gi' } };
  const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } };
  expect(inContainer({ image: 'x', resources, livenessProbe: probe, env: [{ name: 'A', value: 'b' }] })).toEqual([]);
  expect(inPod({ affinity, nodeSelector: { a: 'b' }, tolerations: [{ key: 'a', operator: 'Exists' }] })).toEqual([]);
  expect(inPod({ securityContext: { fsGroup: 101, seccompProfile: { type: 'RuntimeDefault' } } })).toEqual([]);
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  expect(faultsOf('volumeClaimTemplates', { metadata: { labels: { a: 'b' } }, spec: claim })).toEqual([]);
  expect(faultsOf('serviceTemplates', { spec: { ports: [{ name: 'http', port: 8123, targetPort: 'http' }] } })).toEqual(
    [],
  );
});

test('a misspelt field is answered with the one that was meant', () => {
  expect(inPod({ nodeSelectors: { a: 'b' } })).toEqual([
    'spec.nodeSelectors must be a field of PodSpec, got "nodeSelectors". write nodeSelector.',
  ]);
  expect(faultsOf('serviceTemplates', { spec: { loadBalancerSourceRange: [] } })).toEqual([
    'spec.loadBalancerSourceRange must be a field of ServiceSpec, got "loadBalancerSourceRange". write loadBalancerSourceRanges.',
  ]);
  expect(faultsOf('volumeClaimTemplates', { spec: { storageClass: 'gp3' } })).toEqual([
    'spec.storageClass must be a field of PersistentVolumeClaimSpec, got "storageClass". write storageClassName.',
  ]);
});

test('a field on the wrong level is answered with what has it', () => {
  expect(inPod({ securityContext: { capabilities: { add: ['SYS_NICE'] } } })).toEqual([
    'spec.securityContext.capabilities must be a field of PodSecurityContext, got "capabilities". move it; capabilities is a field of SecurityContext.',
  ]);
});

test('a field that nothing has is to be removed', () => {
  expect(inContainer({ xyzzy: 1 })).toEqual([
    'spec.containers[0].xyzzy must be a field of Container, got "xyzzy". remove it.',
  ]);
});

test.each([
  ['text', { image: 25.3 }, 'image must be text, got 25.3. write "25.3", in quotes.'],
  [
    'text of an entry',
    { env: [{ name: 'A', value: true }] },
    'env[0].value must be text, got true. write "true", in quotes.',
  ],
  [
    'a number',
    { ports: [{ containerPort: '8123' }] },
    'ports[0].containerPort must be a whole number, got "8123". write a number, without quotes.',
  ],
  [
    'a switch',
    { securityContext: { runAsNonRoot: 'true' } },
    'securityContext.runAsNonRoot must be true or false, got "true". write true or false, without quotes.',
  ],
  ['a list', { args: '--x' }, 'args must be a list, got "--x". write a list.'],
  ['an object', { resources: '1Gi' }, 'resources must be an object, got "1Gi". write fields, not a value.'],
  [
    'a quantity',
    { resources: { limits: { memory: true } } },
    'resources.limits.memory must be a quantity such as "1Gi", got true. write a number, without quotes.',
  ],
  [
    'a port',
    { livenessProbe: { tcpSocket: { port: [] } } },
    'livenessProbe.tcpSocket.port must be a number or text, got []. write a number, without quotes.',
  ],
])('what should be %s is', (_, fields, message) => {
  expect(inContainer(fields)).toEqual([`spec.containers[0].${message}`]);
});

test('a field that has to be there is', () => {
  expect(inContainer({ volumeMounts: [{ name: 'data' }] })).toEqual([
    'spec.containers[0].volumeMounts[0].mountPath must be given, got nothing. write mountPath.',
  ]);
  expect(inPod({})).toEqual([]); // the operator adds the container
});

test('fields of Kubernetes 1.30 are left out for operators that are older', () => {
  const given = { spec: { trafficDistribution: 'PreferClose' } };
  expect(faultsOf('serviceTemplates', given, '0.26.0')).toEqual([
    'spec.trafficDistribution must be left out: operator 0.26.0 drops it, as it came with Kubernetes 1.30, got "trafficDistribution". target 0.27.0 or newer, or remove it.',
  ]);
  expect(faultsOf('serviceTemplates', given)).toEqual([]);
});

test('names that every object of JavaScript has are unknown, too', () => {
  expect(inPod({ constructor: {} })).toEqual([
    'spec.constructor must be a field of PodSpec, got "constructor". remove it.',
  ]);
  expect(inPod(JSON.parse('{ "__proto__": {} }'))).toHaveLength(1);
});

test('a value that holds itself ends', () => {
  const pod: Record<string, unknown> = { containers: [] };
  pod.affinity = pod;
  expect(inPod(pod).length).toBeGreaterThan(0);
});
