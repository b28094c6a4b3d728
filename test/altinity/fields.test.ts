import { readFileSync } from 'node:fs';
import { fieldsFile, renderFields } from '../../scripts/generate-altinity-fields';
import { fieldTable } from '../../src/altinity/fields';

test('the table of fields is the one that the CRDs give', () => {
  const fresh = readFileSync(fieldsFile, 'utf8') === renderFields();
  expect(fresh ? 'fresh' : 'run: npx tsx scripts/generate-altinity-fields.ts').toBe('fresh');
});

test('each field has what its kind of value needs', () => {
  for (const kind of ['ClickHouseInstallation', 'ClickHouseKeeperInstallation'] as const) {
    const fields = fieldTable(kind);
    for (const [path, { type, since }] of Object.entries(fields)) {
      expect(['object', 'array', 'string', 'integer', 'boolean', 'stringBool']).toContain(type);
      if (type === 'array') expect(fields).toHaveProperty([`${path}[]`]);
      expect(since ?? '0.27.2').toMatch(/^0\.2[5-7]\.\d+$/);
    }
  }
});

test('the table is loaded on first use only', () => {
  jest.isolateModules(() => {
    const load = jest.fn(() => ({ clickHouseInstallation: {}, clickHouseKeeperInstallation: {} }));
    jest.doMock('../../src/altinity/generated/fields', load);
    const { fieldFaults } = require('../../src/altinity/index') as typeof import('../../src/altinity/index');
    expect(load).not.toHaveBeenCalled();
    fieldFaults('ClickHouseInstallation', {}, '0.27.2');
    expect(load).toHaveBeenCalledTimes(1);
  });
});
