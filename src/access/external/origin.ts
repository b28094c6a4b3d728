import type { Origin } from '../../kubernetes/origin';

/** Which prop made which part of the objects of credentials. */
export function credentialsOrigin(path: string): Origin {
  return {
    thing: 'ExternalCredentials',
    path,
    props: {
      '/metadata/name': 'clusters',
      '/spec/secretStoreRef': 'store',
      '/spec/refreshInterval': 'store.refreshInterval',
      '/spec/data': 'store.key',
      '/spec/dataFrom': 'generate',
      '/spec/length': 'generate.length',
      '/spec/target': 'clusters',
    },
  };
}
