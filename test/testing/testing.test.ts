import { Environment, type Manifest, Platform } from 'anyhouse';
import { findingsOf, manifestNamed, synthesized } from 'anyhouse/testing';
import { ApiObject, App, Chart } from 'cdk8s';

const build = (app: App) => {
  new Environment(app, 'analytics', { platform: Platform.minikube() });
};

describe('synthesized', () => {
  test('gives the objects of a program', () => {
    const kinds = synthesized(build).map(({ kind }) => kind);
    expect(kinds).toEqual(['Namespace', 'NetworkPolicy', 'NetworkPolicy', 'Role', 'Role', 'Role']);
  });

  test('passes on the errors of the program', () => {
    expect(() => synthesized((app) => void new Environment(app, 'UPPER', { platform: Platform.minikube() }))).toThrow(
      /Environment 'UPPER'/,
    );
  });
});

describe('manifestNamed', () => {
  const manifests = synthesized(build);

  test('finds an object by kind and name', () => {
    expect(manifestNamed(manifests, 'Role', 'clickhouse-own').metadata.namespace).toBe('analytics');
  });

  test('says what there is when nothing fits', () => {
    expect(() => manifestNamed(manifests.slice(0, 1), 'Role', 'nobody')).toThrow(
      new Error('No object is Role/nobody. There is Namespace/analytics.'),
    );
    expect(() => manifestNamed([], 'Role', 'nobody')).toThrow('There is nothing.');
  });

  test('refuses to choose between namespaces', () => {
    const twin = (namespace?: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'a', namespace },
    });
    expect(() => manifestNamed([twin('x'), twin()], 'Secret', 'a')).toThrow(
      new Error('2 objects are Secret/a, in the namespaces x, (none).'),
    );
  });
});

describe('findingsOf', () => {
  test('prints nothing; the synthesis after it still does', () => {
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const app = new App();
    const platform = Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a'] });
    new Environment(app, 'quiet-until-asked', { platform });
    expect(findingsOf(app)).not.toEqual([]);
    expect(written).not.toHaveBeenCalled();
    app.synthYaml();
    expect(written.mock.calls.flat().join('')).toContain("'quiet-until-asked'");
    written.mockRestore();
  });

  test('returns errors that a synthesis would throw', () => {
    const app = new App();
    new Environment(app, 'analytics', { platform: Platform.minikube(), acknowledge: { 'no/such-rule': 'because' } });
    const [finding] = findingsOf(app);
    expect(finding).toMatchObject({ rule: 'acknowledge/unknown-rule', severity: 'error' });
    expect(finding?.message).toContain("'no/such-rule'");
    expect(finding?.object.kind).toBe('Namespace');
    expect(() => app.synthYaml()).toThrow(/no\/such-rule/);
  });

  test('finds nothing in a program without faults', () => {
    const app = new App();
    build(app);
    new ApiObject(new Chart(app, 'foreign'), 'map', { apiVersion: 'v1', kind: 'ConfigMap' });
    expect(findingsOf(app)).toEqual([]);
  });
});
