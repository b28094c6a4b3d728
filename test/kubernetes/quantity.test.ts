import { isCpu, isQuantity, Quantity } from '../../src/kubernetes/quantity';

test.each(['1Gi', '500Mi', '1.5Gi', '0.5Ti', '9Ki', '1Pi'])('%s is a quantity', (text) => {
  expect(isQuantity(text)).toBe(true);
  expect(Quantity.parse(text)).toBe(text);
});

test.each([
  '0Gi',
  '-5Gi',
  '1e3Gi',
  '500',
  '500GB',
  '500 Gi',
  '',
  'Gi',
  '01Gi',
  '0.0001Ki',
  '9999Pi',
  5,
  null,
  undefined,
  {},
])('%p is no quantity', (value) => {
  expect(isQuantity(value)).toBe(false);
});

test('a wrong text is refused with what it has to be', () => {
  expect(() => Quantity.parse('500GB')).toThrow(
    'Quantity must be a positive number with Ki, Mi, Gi, Ti or Pi, got "500GB".',
  );
  expect(() => Quantity.gibibytes(-1)).toThrow(RangeError);
});

test('quantities are counted in bytes', () => {
  expect(Quantity.bytes('2Ki')).toBe(2048);
  expect(Quantity.bytes('1.5Gi')).toBe(1_610_612_736);
  expect(Quantity.gibibytes(20)).toBe('20Gi');
});

test.each(['1', '500m', '0.5', '16', '1.25'])('%s is processor time', (text) => {
  expect(isCpu(text)).toBe(true);
});

test.each(['0', '0m', '-1', '1.5m', '2 cores', '0.0001', 2, ''])('%p is no processor time', (value) => {
  expect(isCpu(value)).toBe(false);
});
