/** HAProxy that gateways run unless told otherwise. */
export const edgeImage = 'haproxy:3.2.0';
