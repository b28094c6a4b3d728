import { processFaults } from './support';

test('a fixed part without a fault is accepted', () => {
  expect(processFaults({})).toBe('');
  expect(processFaults({ certificates: [], family: 'dual', nameServers: ['10.96.0.10:53', 'fd00::a:53'] })).toBe('');
});

test.each([
  [{ directory: '/run/edge x' }, 'edge/directory'],
  [{ directory: 'run' }, 'edge/directory'],
  [{ directory: `/${'d'.repeat(90)}` }, 'edge/directory'],
  [{ certificates: ['/etc/x\n  lua-load y'] }, 'edge/directory'],
  [{ certificates: ['/etc/a/public', '/etc/b/public'] }, 'edge/certificates-twice'],
  [{ authorities: [{ name: 'Production', file: '/etc/ca.crt' }] }, 'edge/authority-name'],
  [{ authorities: [{ name: '-', file: '/etc/ca.crt' }] }, 'edge/authority-name'],
  [{ authorities: [{ name: 'a b', file: '/etc/ca.crt' }] }, 'edge/authority-name'],
  [{ authorities: [{ name: 'a'.repeat(33), file: '/etc/ca.crt' }] }, 'edge/authority-name'],
  [{ authorities: [{ name: 'production', file: 'ca.crt' }] }, 'edge/authority-file'],
  [{ authorities: [{ name: 'production', file: '/etc/ca.crt verify none' }] }, 'edge/authority-file'],
  [{ authorities: [{ name: 'production', file: '/etc/a=b' }] }, 'edge/authority-file'],
  [
    {
      authorities: [
        { name: 'production', file: '/etc/a.crt' },
        { name: 'production', file: '/etc/b.crt' },
      ],
    },
    'edge/authorities-twice',
  ],
  [{ clusterDomain: 'cluster.local }' }, 'edge/cluster-domain'],
  [{ nameServers: ['kube-dns:53'] }, 'edge/name-server'],
  [{ nameServers: ['10.96.0.10:0'] }, 'edge/name-server'],
  [{ ports: { https: 8443, native: 8443, metrics: 8404 } }, 'edge/port-twice'],
  [{ ports: { https: 443, native: 9440, metrics: 8404 } }, 'props/type'],
  [{ refusedBackends: ['x'] }, 'props/cidr'],
  [{ drainSeconds: 0 }, 'props/type'],
])('%j is refused by %s', (changes, rule) => {
  expect(processFaults(changes)).toContain(`[${rule}]`);
});

test('more connections than files are refused, with a number that fits', () => {
  const message = processFaults({ maxConnections: 20_000, openFiles: 20_000 });
  expect(message).toMatchInlineSnapshot(
    `"EdgeGateway 'analytics/edge': maxConnections must need no more open files than the 20000 of openFiles; these need 80400, got 20000. Fix: write at most 4900, or give the container more. [edge/open-files]"`,
  );
  const most = Number(/at most (\d+)/.exec(message)?.[1]);
  expect(processFaults({ maxConnections: most, openFiles: 20_000 })).toBe('');
  expect(processFaults({ maxConnections: most + 1, openFiles: 20_000 })).not.toBe('');
});
