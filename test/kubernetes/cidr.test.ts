import fc from 'fast-check';
import { parseCidr } from '../../src/kubernetes/cidr';

test.each([
  ['10.0.0.0/8', 'ipv4', '10.0.0.0/8', false],
  ['10.0.0.7/8', 'ipv4', '10.0.0.0/8', true],
  ['0.0.0.0/0', 'ipv4', '0.0.0.0/0', false],
  ['192.168.1.1/32', 'ipv4', '192.168.1.1/32', false],
  ['::/0', 'ipv6', '::/0', false],
  ['2001:db8::1/64', 'ipv6', '2001:db8::/64', true],
  ['::1/128', 'ipv6', '::1/128', false],
])('%s is read as a range', (text, family, network, hostBits) => {
  expect(parseCidr(text)).toMatchObject({ family, network, hostBits });
});

test.each([
  '10.0.0.0',
  '10.1/16',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '010.0.0.0/8',
  '10.0.0.0/08',
  '256.0.0.0/8',
  '::/129',
  'fe80::1%eth0/64',
  '::ffff:1.2.3.4/96',
  'example.com/8',
  '10.0.0.0/8/8',
  '',
  '0x0a.0.0.0/8',
])('%p is no range', (text) => {
  expect(parseCidr(text)).toBeUndefined();
});

test('clearing the host bits gives a range without host bits', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
      const parsed = parseCidr(`${address}/${prefix}`);
      expect(parseCidr(parsed?.network ?? '')?.hostBits).toBe(false);
    }),
  );
});
