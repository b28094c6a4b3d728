import {
  BackupSchedule,
  BackupStore,
  ClickHouseCluster,
  Clone,
  Environment,
  Keeper,
  Restore,
  RestoreDrill,
  Tls,
} from 'anyhouse';
import { App, Testing } from 'cdk8s';
import fc from 'fast-check';
import { eks } from '../../support/environments';
import { cloneProps, drillProps, restoreProps } from '../../support/random-restore';

const store = (name: string) => BackupStore.s3({ bucket: 'company-backup', region: 'eu-west-1', keys: { name } });

/** A cluster with backups, and an environment beside it. */
function scene(engine: 'sidecar' | 'native') {
  const app = new App();
  const common = { platform: eks, stage: 'development', tls: Tls.off('not what is tested') } as const;
  const [environment, other] = ['analytics', 'other'].map((id) => new Environment(app, id, common)) as [
    Environment,
    Environment,
  ];
  const keeper = new Keeper(environment, 'keeper');
  const cluster = new ClickHouseCluster(environment, 'events', {
    shards: 2,
    replication: { replicas: 2, keeper },
    storage: { size: '100Gi' },
  });
  const backup = new BackupSchedule(environment, 'backup', {
    cluster,
    store: store('backup-writer'),
    schedule: { full: '0 3 * * *' },
    retention: { days: 30, removedBy: 'bucket-lifecycle' },
    engine,
  });
  return { app, environment, other, cluster, backup, reader: store('backup-reader') };
}

type Scene = ReturnType<typeof scene>;

const constructs: readonly [string, fc.Arbitrary<object>, (scene: Scene, props: object) => void][] = [
  [
    'Restore',
    restoreProps,
    ({ environment, cluster, backup }, props) =>
      void new Restore(environment, 'restore', { ...props, cluster, from: backup } as never),
  ],
  [
    'Clone',
    cloneProps,
    ({ environment, backup, reader }, props) =>
      void new Clone(environment, 'copy', { ...props, of: backup, store: reader } as never),
  ],
  [
    'RestoreDrill',
    drillProps,
    ({ other, backup, reader }, props) =>
      void new RestoreDrill(other, 'drill', { ...props, backups: backup, store: reader } as never),
  ],
];
const engine = fc.constantFrom('sidecar' as const, 'native' as const);
/** What stands in the place of a value. */
const wrong = fc.constantFrom<unknown>(null, 7, -1, 'a b', '', true, {}, [], { a: 1 }, [null], 'x'.repeat(300));

test.each(constructs)('%s takes valid props and synthesises twice to the same objects', (_, props, build) => {
  fc.assert(
    fc.property(props, engine, (given, kind) => {
      const printed = [0, 1].map(() => {
        const around = scene(kind);
        build(around, given);
        return JSON.stringify(around.app.charts.map((chart) => Testing.synth(chart)));
      });
      expect(printed[0]).toBe(printed[1]);
    }),
    { numRuns: 4 },
  );
});

test.each(constructs)('%s names every wrong value as a PropError, or takes it', (_, props, build) => {
  fc.assert(
    fc.property(props, fc.nat(), wrong, (given, index, value) => {
      const keys = Object.keys(given);
      const key = keys[index % Math.max(keys.length, 1)] ?? 'name';
      try {
        build(scene('sidecar'), { ...given, [key]: value });
      } catch (error) {
        expect((error as Error).name).toBe('PropError');
      }
    }),
    { numRuns: 10 },
  );
});
