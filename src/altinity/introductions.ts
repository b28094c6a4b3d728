import type { AltinityKind, OperatorVersion } from './versions';

/** Something that a release after 0.25.0 brought. */
export interface Introduction {
  /** First release that has it. */
  readonly since: OperatorVersion;
  /**
   * Fields of the spec that it brought, by kind, with everything below them; lists are written `[]`.
   * @default - it is no field
   */
  readonly fields?: Partial<Readonly<Record<AltinityKind, readonly string[]>>>;
  /** Where the release number comes from. */
  readonly source: string;
}

/** Name of an {@link Introduction}. */
export type OperatorFeature = keyof typeof introductions;

const crdAtTag = (release: string) => `CRDs in the source at tag release-${release}, which its predecessor lacks`;
const crd0272 = 'CRD of 0.27.2, absent from that of 0.26.0; the exact release in between is not established';
const cluster = 'configuration.clusters[]';

/**
 * What the supported releases added, and since when. Fields that are not listed are in all of them.
 * A test holds this table against the CRDs, so that a new CRD cannot bring a field that nobody dated.
 */
export const introductions = {
  macros: {
    since: '0.25.1',
    fields: { ClickHouseInstallation: ['reconciling.macros'] },
    source: crdAtTag('0.25.1'),
  },
  pdbManaged: {
    since: '0.25.3',
    fields: {
      ClickHouseInstallation: [`${cluster}.pdbManaged`],
      // The size of a Keeper budget came in the same release; that of ClickHouse is older than 0.25.
      ClickHouseKeeperInstallation: [`${cluster}.pdbManaged`, `${cluster}.pdbMaxUnavailable`],
    },
    source: crdAtTag('0.25.3'),
  },
  reconcile: {
    since: '0.25.4',
    fields: { ClickHouseInstallation: ['reconcile'] },
    source: crdAtTag('0.25.4'),
  },
  hostWait: {
    since: '0.25.4',
    fields: { ClickHouseInstallation: ['reconciling.host', `${cluster}.reconcile.host`] },
    source: crdAtTag('0.25.4'),
  },
  keeperCompression: {
    since: '0.25.4',
    fields: {
      ClickHouseInstallation: ['configuration.zookeeper.use_compression', `${cluster}.zookeeper.use_compression`],
    },
    source: crdAtTag('0.25.4'),
  },
  dropReplicas: {
    since: '0.25.5',
    fields: {
      ClickHouseInstallation: ['reconcile.host.drop', 'reconciling.host.drop', `${cluster}.reconcile.host.drop`],
    },
    source: crdAtTag('0.25.5'),
  },
  volumeAttributesClass: {
    since: '0.25.5',
    fields: {
      // Inside of an open bag: the CRD takes it in every release, older operators drop it.
      ClickHouseInstallation: ['templates.volumeClaimTemplates[].spec.volumeAttributesClassName'],
      ClickHouseKeeperInstallation: ['templates.volumeClaimTemplates[].spec.volumeAttributesClassName'],
    },
    source: 'release notes of 0.25.5',
  },
  keeperStop: {
    since: '0.26.0',
    // The CRD has it since long; the operator did not read it (#1931 shows it at work in February 2026).
    fields: { ClickHouseKeeperInstallation: ['stop'] },
    source: 'operator #1931; the Go type of 0.25.6 lacks the field',
  },
  keeperReference: {
    since: '0.27.1',
    fields: { ClickHouseInstallation: ['configuration.zookeeper.keeper', `${cluster}.zookeeper.keeper`] },
    source: 'operator_upgrade.md of 0.27.2',
  },
  hooks: {
    since: '0.27.1',
    fields: {
      ClickHouseInstallation: [
        'reconcile.host.hooks',
        'reconcile.cluster',
        'reconciling.host.hooks',
        'reconciling.cluster',
        `${cluster}.reconcile.host.hooks`,
        `${cluster}.reconcile.hooks`,
      ],
    },
    source: 'operator_upgrade.md of 0.27.2',
  },
  security: {
    since: '0.27.1',
    fields: {
      ClickHouseInstallation: ['security', `${cluster}.security`],
      ClickHouseKeeperInstallation: ['security', `${cluster}.security`],
    },
    source: 'operator_upgrade.md of 0.27.2',
  },
  statefulSetPolicy: {
    since: '0.27.2',
    fields: { ClickHouseInstallation: ['reconcile.statefulSet', 'reconciling.statefulSet'] },
    source: crd0272,
  },
  keeperTls: {
    since: '0.27.2',
    fields: {
      ClickHouseKeeperInstallation: [
        `${cluster}.insecure`,
        `${cluster}.secure`,
        `${cluster}.layout.replicas[].shards[].zkPortSecure`,
        'templates.hostTemplates[].spec.zkPortSecure',
      ],
    },
    source: crd0272,
  },
  /** Plain booleans where older CRDs demand "yes" or "no", and lower-case spellings of all enums. */
  looseSpelling: { since: '0.27.2', source: crd0272 },
  /** The DDL queue of servers from 25.8.10 on works: the path of its replicas is set, too. */
  ddlReplicasPath: { since: '0.26.0', source: 'operator #1883, #1922' },
  /** Settings are written to XML escaped. Before, `&` and `<` in a value stop the server from starting. */
  xmlEscaping: { since: '0.27.2', source: 'release notes of 0.27.2, operator #1578' },
  /** Keeper members have a second Service, `<name>-client`, that lists them only while they are ready. */
  keeperClientServices: { since: '0.27.2', source: 'release notes of 0.27.2, operator #1982' },
  /** The chart has a value `watchNamespaces`. */
  chartWatchNamespaces: { since: '0.27.2', source: 'release notes of 0.27.2, operator #1919' },
} as const satisfies Readonly<Record<string, Introduction>>;
