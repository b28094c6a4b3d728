/** Ports that servers and Keeper members listen on unless told otherwise, by what they are for. */
export const usualPorts = {
  http: 8123,
  tcp: 9000,
  https: 8443,
  tcpSecure: 9440,
  interserver: 9009,
  zk: 2181,
  zkSecure: 2281,
  raft: 9444,
} as const;
