import fc from 'fast-check';
import { introductions } from '../../src/altinity/introductions';
import { defectsOf, knownDefects } from '../../src/altinity/known-defects';
import {
  compareOperatorVersions,
  compareReleases,
  defaultOperatorVersion,
  type OperatorVersion,
  parseOperatorVersion,
  reconcileField,
  supports,
} from '../../src/altinity/versions';

const release = fc
  .tuple(fc.constantFrom(25, 26, 27), fc.nat(99))
  .map(([minor, patch]) => `0.${minor}.${patch}` as OperatorVersion);

describe('operator releases', () => {
  test('are read from text, when they are supported', () => {
    expect(parseOperatorVersion('0.25.0')).toBe('0.25.0');
    expect(parseOperatorVersion(defaultOperatorVersion)).toBe('0.27.2');
    for (const text of ['0.24.5', '0.28.0', '1.25.0', '0.25', '0.25.01', 'v0.25.0', '0.25.0 ', '0.25.0-rc1', '']) {
      expect([text, parseOperatorVersion(text)]).toEqual([text, undefined]);
    }
  });

  test('have an order', () => {
    fc.assert(
      fc.property(release, release, (a, b) => {
        const [, minorA = 0, patchA = 0] = a.split('.').map(Number);
        const [, minorB = 0, patchB = 0] = b.split('.').map(Number);
        expect(Math.sign(compareOperatorVersions(a, b))).toBe(Math.sign((minorA - minorB) * 1000 + (patchA - patchB)));
      }),
    );
  });

  test('of servers compare by number, shorter ones first', () => {
    const sorted = ['24.8', '25.3.6.10034.altinitystable', '25.8', '25.8.2.29', '25.8.10.7', '26.3.1'];
    expect([...sorted].reverse().sort(compareReleases)).toEqual(sorted);
    expect(compareReleases('25.8-alpine', 'v25.8')).toBe(0);
  });

  test('spell the reconcile section in their way', () => {
    expect(reconcileField('ClickHouseInstallation', '0.25.3')).toBe('reconciling');
    expect(reconcileField('ClickHouseInstallation', '0.25.4')).toBe('reconcile');
    expect(reconcileField('ClickHouseKeeperInstallation', '0.27.2')).toBe('reconciling');
  });
});

describe('features', () => {
  test('are there from their release on', () => {
    expect(supports('0.27.0', 'hooks')).toBe(false);
    expect(supports('0.27.1', 'hooks')).toBe(true);
    expect(supports('0.27.10', 'xmlEscaping')).toBe(true);
    expect(supports('latest', 'reconcile')).toBe(false);
  });

  test('all say a supported release and a source', () => {
    for (const { since, source } of Object.values(introductions)) {
      expect(parseOperatorVersion(since)).toBe(since);
      expect(source).not.toBe('');
    }
  });
});

describe('known defects', () => {
  const sources = (operator: OperatorVersion, server?: string) =>
    defectsOf(operator, server).map(({ source }) => source);

  test('name the releases that they are known for', () => {
    expect(sources('0.25.4')).toContainEqual(expect.stringContaining('#1863'));
    expect(sources('0.25.6')).not.toContainEqual(expect.stringContaining('#1863'));
    expect(sources('0.26.0')).toContainEqual(expect.stringContaining('#1945'));
    expect(sources('0.26.3')).toContainEqual(expect.stringContaining('#1962'));
    expect(sources('0.27.0')).not.toContainEqual(expect.stringContaining('#1962'));
  });

  test('of pairs need both', () => {
    const pair = expect.stringContaining('#89693');
    expect(sources('0.25.6', '25.8.10.7')).toContainEqual(pair);
    expect(sources('0.25.6', '26.3.1')).toContainEqual(pair);
    expect(sources('0.25.6', '25.8.9.20')).not.toContainEqual(pair);
    expect(sources('0.27.2', '25.8.10.7')).not.toContainEqual(pair);
    expect(sources('0.25.6')).not.toContainEqual(pair);
  });

  test('take a short tag for the newest of its line, and no other word for a release', () => {
    const pair = expect.stringContaining('#89693');
    expect(sources('0.25.6', '25.8')).toContainEqual(pair);
    expect(sources('0.25.6', '25.3-alpine')).not.toContainEqual(pair);
    expect(sources('0.25.6', 'latest')).not.toContainEqual(pair);
    expect(sources('0.27.2', '21.8')).toContainEqual('operator README');
  });

  test('the default release is to be avoided by nobody', () => {
    expect(defectsOf(defaultOperatorVersion).filter(({ advice }) => advice === 'avoid')).toEqual([]);
  });

  test('all say what to do, and where it is written', () => {
    for (const { what, fix, source } of knownDefects) {
      expect([what, fix].every((sentence) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
      expect(source).not.toBe('');
    }
  });
});
