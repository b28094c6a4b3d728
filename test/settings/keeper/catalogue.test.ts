import { isShared, sharedKeeperSettings } from '../../../src/altinity/keeper-settings';
import {
  coordinationSettings,
  type KeeperSetting,
  keeperServerSettings,
  ownedKeeperSettings,
} from '../../../src/settings/keeper/catalogue';
import { valueFault } from '../../../src/settings/value-fault';

const all: readonly (readonly [string, KeeperSetting])[] = [
  ...Object.entries(coordinationSettings),
  ...Object.entries(keeperServerSettings),
];

test.each(all)('the default of %s is a value that it takes', (name, setting) => {
  expect(valueFault({ ...setting, name, several: false }, setting.fallback)).toBeUndefined();
});

test('releases are written as the tags of images are', () => {
  const releases = all.map(([, { since }]) => since).filter((since) => since !== undefined);
  expect(releases.length).toBeGreaterThan(10);
  expect(releases.filter((since) => !/^2[56]\.\d{1,2}$/.test(since))).toEqual([]);
});

test('what members share exists, and nobody else writes it', () => {
  const known = [
    'max_connections',
    ...Object.keys(keeperServerSettings).map((name) => `keeper_server/${name}`),
    ...Object.keys(coordinationSettings).map((name) => `keeper_server/coordination_settings/${name}`),
  ];
  expect(sharedKeeperSettings.filter((path) => !known.includes(path))).toEqual([]);
  expect(known.filter((path) => path in ownedKeeperSettings)).toEqual([]);
  expect(isShared('logger/level')).toBe(true);
  expect(isShared('keeper_server/coordination_settings/snapshots_to_keep')).toBe(false);
});
