import { altinity, type Manifest, PropError } from 'anyhouse';
import { App, Chart } from 'cdk8s';
import { messageOf } from '../support/environments';

const chart = () => new Chart(new App(), 'analytics', { namespace: 'analytics', labels: { team: 'data' } });
const spec = { configuration: { clusters: [{ name: 'main' }] } } as const;

/** Props as somebody writes them who does not use TypeScript, or works around it. */
const untyped = (props: unknown) => props as { spec: object };
const installation = (props: unknown, id = 'events') =>
  new altinity.ClickHouseInstallation(chart(), id, untyped(props)).toJson() as Manifest;

describe('the resource', () => {
  test('is emitted as given', () => {
    expect(installation({ spec })).toEqual({
      apiVersion: 'clickhouse.altinity.com/v1',
      kind: 'ClickHouseInstallation',
      metadata: { name: 'events', namespace: 'analytics' },
      spec,
    });
  });

  test('of a Keeper likewise', () => {
    const keeper = new altinity.ClickHouseKeeperInstallation(chart(), 'keeper', { spec });
    expect(keeper.toJson()).toEqual({
      apiVersion: 'clickhouse-keeper.altinity.com/v1',
      kind: 'ClickHouseKeeperInstallation',
      metadata: { name: 'keeper', namespace: 'analytics' },
      spec,
    });
    expect(keeper.topology.keeperNodes).toEqual([
      { host: 'chk-keeper-main-0-0', fqdn: 'chk-keeper-main-0-0.analytics.svc.cluster.local', port: 2181 },
    ]);
  });

  test('has the labels that it is given, and none of the chart, because the operator copies them to pods', () => {
    const metadata = { name: 'other', labels: { tier: 'gold' }, annotations: { note: 'x' } };
    expect(installation({ spec, metadata }).metadata).toEqual({ ...metadata, namespace: 'analytics' });
  });

  test('tells its hosts', () => {
    const { topology } = new altinity.ClickHouseInstallation(chart(), 'events', { spec });
    expect(topology.hosts[0]?.fqdn).toBe('chi-events-main-0-0.analytics.svc.cluster.local');
  });
});

describe('extra', () => {
  test('is merged into the spec last, and not checked', () => {
    const extra = { configuration: { brandNew: { on: true }, clusters: [{ name: 'two' }] }, other: [1] };
    expect(installation({ spec: { ...spec, stop: 'no' }, extra }).spec).toEqual({
      configuration: { clusters: [{ name: 'two' }], brandNew: { on: true } },
      other: [1],
      stop: 'no',
    });
  });

  test('does not change the spec that it is merged into', () => {
    installation({ spec, extra: { configuration: { brandNew: 1 } } });
    expect(spec).toEqual({ configuration: { clusters: [{ name: 'main' }] } });
  });
});

describe('wrong props', () => {
  test('are all named at once', () => {
    const wrong = { stop: true, configuration: { clusters: [{ name: 'a name', layuot: {} }] } };
    const message = messageOf(() => installation({ spec: wrong, operatorVersion: '0.25.6' }));
    expect(message).toBe(
      [
        "3 problems in ClickHouseInstallation 'analytics/events'",
        '  spec.stop must be "yes" or "no", in quotes, got true.',
        '    Fix: write "yes". [fields/type]',
        '  spec.configuration.clusters[0].name must be 1 to 15 letters, digits and "-", got "a name".',
        '    Fix: write a shorter or plainer name. [fields/value]',
        '  spec.configuration.clusters[0].layuot must be a field that operator 0.25.6 knows, got "layuot".',
        '    Fix: write layout. [fields/unknown]',
      ].join('\n'),
    );
  });

  test('a field that the target does not know yet', () => {
    const newer = { spec: { reconcile: { host: { hooks: {} } } }, operatorVersion: '0.26.0' };
    expect(messageOf(() => installation(newer))).toBe(
      "ClickHouseInstallation 'analytics/events': spec.reconcile.host.hooks must be left out: it needs operator 0.27.1, " +
        'and the target is 0.26.0, got "hooks". Fix: target 0.27.1 or newer, or remove it. [fields/newer]',
    );
  });

  const cases: readonly [string, unknown, string][] = [
    ['no props', undefined, 'must be given its props as an object'],
    ['no spec', {}, 'spec must be given'],
    ['a spec that is none', { spec: 'x' }, 'spec must be an object'],
    ['an unknown prop', { spec, etxra: {} }, 'write "extra"'],
    ['an unsupported operator', { spec, operatorVersion: '0.28.0' }, 'operatorVersion must be a release'],
    ['extra that is no object', { spec, extra: [] }, 'extra must be an object'],
    ['a name that is none', { spec, metadata: { name: 'A.b' } }, 'metadata.name must be lower case'],
    ['a label that is none', { spec, metadata: { labels: { 'a b': 'c' } } }, 'must be a label key'],
  ];

  test.each(cases)('%s', (_, props, part) => {
    expect(() => installation(props)).toThrow(PropError);
    expect(messageOf(() => installation(props))).toContain(part);
  });

  test('an id that can be no name', () => {
    expect(messageOf(() => installation({ spec }, 'My Events'))).toContain("write 'my-events', or give metadata.name.");
    expect(installation({ spec, metadata: { name: 'events' } }, 'My Events').metadata.name).toBe('events');
  });
});
