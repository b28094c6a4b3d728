import { BackupStore, Dns01, Exposure, Identity, Issuer, Monitoring, ObjectStore, Tls } from 'anyhouse';

/** Values that the library makes. Programs hold how, so that they stay plain data, which is changed and printed. */
const factories = {
  'BackupStore.s3': BackupStore.s3,
  'BackupStore.gcs': BackupStore.gcs,
  'BackupStore.azure': BackupStore.azure,
  'ObjectStore.s3': ObjectStore.s3,
  'ObjectStore.gcs': ObjectStore.gcs,
  'ObjectStore.azure': ObjectStore.azure,
  'Identity.awsRole': Identity.awsRole,
  'Identity.eksPodIdentity': Identity.eksPodIdentity,
  'Identity.googleServiceAccount': Identity.googleServiceAccount,
  'Identity.azureClient': Identity.azureClient,
  'Exposure.internal': Exposure.internal,
  'Exposure.public': Exposure.public,
  'Monitoring.prometheusOperator': Monitoring.prometheusOperator,
  'Tls.certManager': Tls.certManager,
  'Tls.secrets': Tls.secrets,
  'Tls.off': Tls.off,
  'Issuer.acme': Issuer.acme,
  'Issuer.ca': Issuer.ca,
  'Issuer.selfSigned': Issuer.selfSigned,
  'Dns01.route53': Dns01.route53,
  'Dns01.cloudDns': Dns01.cloudDns,
  'Dns01.azureDns': Dns01.azureDns,
  'Dns01.cloudflare': Dns01.cloudflare,
};

/** A value that the library makes, as plain data. */
export interface Made {
  readonly make: keyof typeof factories;
  readonly from: readonly unknown[];
}

/** Replaces what is to be made, however deep it lies. Everything else stays the very same object. */
export function makeAll(tree: unknown): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) {
    const entries = tree.map(makeAll);
    return entries.some((entry, index) => entry !== tree[index]) ? entries : tree;
  }
  const { make, from } = tree as Partial<Made>;
  const factory = typeof make === 'string' && Object.hasOwn(factories, make) ? factories[make] : undefined;
  // Arguments may be anything by now: that is what is tried.
  if (factory !== undefined && Array.isArray(from)) return Reflect.apply(factory, undefined, from.map(makeAll));
  const before = Object.entries(tree);
  const after = before.map(([key, value]) => [key, makeAll(value)] as const);
  return after.some(([, value], index) => value !== before[index]?.[1]) ? Object.fromEntries(after) : tree;
}
