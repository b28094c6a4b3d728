import { forEach, installationsOf } from '../../altinity/rules/installations';
import { entriesAt, faultAt, specOf } from '../../altinity/rules/places';
import type { Fault, Rule } from '../../checks/rule';
import { at, type Manifest } from '../../kubernetes/manifest';

/** Images that their publishers build for amd64 and arm64 under one tag. */
const official = /(^|\/)clickhouse\/clickhouse-(server|keeper)(:|@|$)/;

function* unknownArchitecture(installation: Manifest): Generator<Fault> {
  for (const template of entriesAt(specOf(installation), 'templates', 'podTemplates')) {
    if (at(template.node, 'spec', 'nodeSelector', 'kubernetes.io/arch') !== 'arm64') continue;
    for (const container of entriesAt(template, 'spec', 'containers')) {
      const { image } = container.node;
      if (typeof image === 'string' && !official.test(image))
        yield faultAt(installation, container, ['image'], `nodes are arm64, and nobody knows whether '${image}' is.`);
    }
  }
}

const machines = { severity: 'error', source: 'catalogue of machines of this library, docs/sizes.md' } as const;

/** Rules about machines. */
export const sizeRules: readonly Rule[] = [
  {
    id: 'sizes/image-architecture',
    severity: 'advice',
    title: 'Images on Arm nodes are known to be built for Arm',
    why: 'An image for another architecture ends in "exec format error" at every start.',
    fix: 'use an official image, or make sure that yours is built for arm64 and acknowledge this.',
    source: 'ClickHouse, Docker image (linux/amd64, linux/arm64)',
    check: forEach(installationsOf, unknownArchitecture),
  },
  {
    ...machines,
    id: 'sizes/both',
    title: 'Requests come from numbers or from a machine, not from both',
    why: 'One of the two would be ignored.',
    fix: 'keep resources or instanceType.',
  },
  {
    ...machines,
    id: 'sizes/platform',
    title: 'A definition names a machine for the platform that it runs on',
    why: 'Pods would stay Pending, because no node has the label of a machine of another place.',
    fix: "write instanceType: { eks: 'm7i.2xlarge', gke: 'n2-standard-8' }; on a laptop that gives the small defaults.",
  },
  {
    ...machines,
    id: 'sizes/cloud',
    title: 'A machine is one of the cloud of its platform',
    why: 'Pods would stay Pending, because no node has its label.',
    fix: 'name a machine for each platform.',
  },
  {
    ...machines,
    id: 'sizes/unknown',
    title: 'A machine is in the catalogue',
    why: 'Nothing is known about its memory, so that requests would be guesses.',
    fix: 'use the name that the message suggests, or give resources and placement.pool.',
  },
  {
    ...machines,
    id: 'sizes/too-small',
    title: 'A machine leaves 0.5 processors and 1Gi to the database',
    why: 'What the cloud reserves and what runs on every node comes first; a server with less does not start.',
    fix: 'choose a larger machine.',
  },
  {
    id: 'sizes/disk',
    severity: 'error',
    title: 'A machine takes the disks of its platform',
    why: 'C4, C4A and N4 take hyperdisks only: a persistent disk cannot be attached, and the pod stays Pending.',
    fix: "write Platform.gke({ disk: 'hyperdisk-balanced' }).",
    source: 'Google Cloud, Hyperdisk, machine series support',
  },
  {
    ...machines,
    id: 'sizes/pool',
    title: 'Machine and node pool name the same type',
    why: 'A node has one type, so the pods would stay Pending.',
    fix: 'leave out instanceType where the pool of the platform has one, or node.kubernetes.io/instance-type among the labels.',
  },
];
