import { clickhousesOf, forEach } from '../../altinity/rules/installations';
import { containersOf, entriesAt, faultAt, itemsAt, levelsOf, placeAt, specOf } from '../../altinity/rules/places';
import type { Fault, Rule } from '../../checks/rule';
import { type Manifest, text } from '../../kubernetes/manifest';

/** Fields of a disk that hold a key of an object store. */
const secretField = 'secret_access_key|account_key|connection_string|sas_token';
const inFile = new RegExp(`<(${secretField})>\\s*[^<\\s][^<]*</\\1>`);
const inSetting = new RegExp(`^/*storage_configuration/disks/[^/]+/(${secretField})$`);

function* plainKeys(installation: Manifest): Generator<Fault> {
  for (const level of [placeAt(specOf(installation), 'configuration'), ...levelsOf(installation)]) {
    for (const { key, value, place } of itemsAt(level, 'files')) {
      const [, field] = inFile.exec(text(value) ?? '') ?? [];
      if (field) yield faultAt(installation, place, [], `${field} stands in '${key}' in plain text.`);
    }
    for (const { key, value, place } of itemsAt(level, 'settings')) {
      if (inSetting.test(key) && typeof value === 'string' && value !== '')
        yield faultAt(installation, place, [], `'${key}' stands here in plain text.`);
    }
  }
}

const disks = /<disks>([\s\S]*?)<\/disks>/g;
const disk = /<([\w-]+)>((?:(?!<\/\1>)[\s\S])*)<\/\1>/g;

/** Local disks of a file of configuration, by name. Disks with a type keep objects elsewhere, or below another disk. */
function localDisks(xml: string): readonly (readonly [name: string, path: string])[] {
  return [...xml.matchAll(disks)].flatMap(([, inner = '']) =>
    [...inner.matchAll(disk)].flatMap(([, name = '', body = '']) => {
      const path = /<path>\s*([^<]*?)\s*<\/path>/.exec(body)?.[1];
      return path === undefined || /<type>(?!\s*local\s*<)/.test(body) ? [] : [[name, path] as const];
    }),
  );
}

function* unmountedDisks(installation: Manifest): Generator<Fault> {
  const mounted = containersOf(installation).flatMap((container) =>
    entriesAt(container, 'volumeMounts').map(({ node }) => text(node.mountPath) ?? ''),
  );
  const roots = ['/var/lib/clickhouse', ...mounted].map((path) => `${path.replace(/\/+$/, '')}/`);
  const files = placeAt(specOf(installation), 'configuration');
  for (const { value, place } of itemsAt(files, 'files')) {
    for (const [name, path] of localDisks(text(value) ?? '')) {
      if (!roots.some((root) => `${path}/`.startsWith(root)))
        yield faultAt(installation, place, [], `disk '${name}' is ${path}, where no volume is mounted.`);
    }
  }
}

const props = { severity: 'error', source: 'ClickHouse, external disks for storing data' } as const;

/** Rules about disks, object storage and identities. */
export const diskRules: readonly Rule[] = [
  {
    ...props,
    id: 'storage/plain-keys',
    unknown: 'refused',
    title: 'Keys of object stores stand in a Secret only',
    why: 'Whoever reads the installation or its ConfigMaps has the data of all replicas, and can delete it.',
    fix: 'use an identity, or read the key from the environment: <secret_access_key from_env="NAME"/> and valueFrom.',
    check: forEach(clickhousesOf, plainKeys),
  },
  {
    ...props,
    id: 'storage/unmounted-disk',
    title: 'Local disks lie on volumes',
    why: 'What is written to the container is gone with the next restart of the pod.',
    fix: 'mount a volume claim template at that path.',
    check: forEach(clickhousesOf, unmountedDisks),
  },
  {
    ...props,
    id: 'storage/bucket',
    title: 'Buckets, accounts and containers have names that their cloud accepts',
    why: 'The server does not start when it cannot reach its disks.',
    fix: 'write the name without scheme, domain or path.',
  },
  {
    ...props,
    id: 'storage/region',
    title: 'A bucket of Amazon S3 comes with its region',
    why: 'Requests to another region are redirected or refused, and their signatures are wrong.',
    fix: "write region: 'eu-west-1'.",
  },
  {
    ...props,
    id: 'storage/endpoint',
    title: 'An endpoint is a URL without a path',
    why: 'Bucket and folder are appended to it.',
    fix: "write endpoint: 'https://minio.example.com:9000'.",
  },
  {
    ...props,
    id: 'storage/path',
    title: 'A folder in a bucket has no slashes at its ends',
    why: 'It becomes a part of a URL; empty parts make objects that nobody finds.',
    fix: "write path: 'clickhouse'.",
  },
  {
    ...props,
    id: 'storage/credentials',
    title: 'An object store is reached with keys or with an identity of its cloud',
    why: 'The server does not start when it may not write to its disks.',
    fix: 'give the cluster an identity, or the store keys.',
  },
  {
    ...props,
    id: 'storage/local-replicas',
    title: 'Data on local disks has at least two replicas',
    why: 'Disks of a node are gone with it.',
    fix: 'write replication: { replicas: 2, keeper }.',
  },
  {
    ...props,
    id: 'storage/local-class',
    title: 'Local disks come from a class of their own',
    why: 'The class of the platform makes disks of the network, which outlive nodes.',
    fix: "write storageClass: 'local-nvme'.",
  },
  {
    ...props,
    id: 'storage/local-machine',
    title: 'A machine for local disks has some',
    why: 'The claims would stay Pending.',
    fix: "choose a machine such as 'i4i.2xlarge'.",
  },
  {
    ...props,
    id: 'storage/local-backup',
    title: 'Who keeps data on local disks says where it is backed up',
    why: 'Replicas protect from the loss of a node, not from that of a node pool.',
    fix: "write backup: 'every night to s3://company-backup'.",
  },
  {
    id: 'identity/platform',
    severity: 'error',
    title: 'An identity is one of the cloud of its platform',
    why: 'Nobody in another cloud injects its tokens, so that every request to a bucket is refused.',
    fix: 'use the identity of the platform, or keys.',
    source: 'Amazon EKS, IAM roles for service accounts; GKE, Workload Identity Federation; AKS, Workload ID',
  },
  {
    id: 'identity/value',
    severity: 'error',
    title: 'An identity is spelt as its cloud spells it',
    why: 'A wrong one is found out when the first object is written.',
    fix: "write Identity.awsRole('arn:aws:iam::123456789012:role/clickhouse').",
    source: 'AWS, ARNs of IAM; Google Cloud, service accounts; Azure, application ids',
  },
];
