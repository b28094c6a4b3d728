/** Ports for clients. */
export const keeperPorts = { plain: 2181, secure: 2281 } as const;
