import { chi, chk, type RuleCase } from '../rule-case';

const pod = (image: string, arch: string, container = 'clickhouse') => `
  defaults: { templates: { dataVolumeClaimTemplate: data } }
  templates:
    podTemplates:
      - name: server
        spec:
          nodeSelector: { kubernetes.io/arch: ${arch} }
          containers: [{ name: ${container}, image: '${image}' }]
    volumeClaimTemplates: [{ name: data }]
`;
const image = '/spec/templates/podTemplates/0/spec/containers/0/image';

export const sizeCases: readonly RuleCase[] = [
  {
    rule: 'sizes/image-architecture',
    fault: 'an image of the user on Arm',
    bad: chi(pod('registry.example.com/clickhouse-patched:26.3', 'arm64')),
    at: [image],
    good: chi(pod('registry.example.com/mirror/clickhouse/clickhouse-server:26.3', 'arm64')),
  },
  {
    rule: 'sizes/image-architecture',
    fault: 'a Keeper of the user on Arm',
    bad: chk(pod('example.com/keeper:1', 'arm64', 'clickhouse-keeper')),
    at: [image],
    good: chk(pod('example.com/keeper:1', 'amd64', 'clickhouse-keeper')),
  },
];
