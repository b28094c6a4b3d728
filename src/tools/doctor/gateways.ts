import { X509Certificate } from 'node:crypto';
import { at, type Manifest, record, text } from '../../kubernetes/manifest';
import type { Cluster, LiveObject } from '../cluster/cluster';
import { type FoundGateway, gatewaysOf } from '../gateways';
import type { Diagnosis, Examination } from './diagnosis';

/** Days before its end at which a certificate should have been renewed. */
const daysLeft = 14;

/** Whether gateways find what they need besides their manifests: certificates for their names, and authorities. */
export const examineGateways: Examination = async ({ cluster, manifests }) => {
  const results = await Promise.all(
    gatewaysOf(manifests).map(async (gateway) => [
      ...(await examineCertificate(gateway, cluster, manifests)),
      ...(await examineAuthorities(gateway, cluster, manifests)),
    ]),
  );
  return results.flat();
};

async function examineCertificate(
  { namespace, name, secret, names, certificate }: FoundGateway,
  cluster: Cluster,
  manifests: readonly Manifest[],
): Promise<readonly Diagnosis[]> {
  const subject = `certificate of ${name}`;
  const found = await cluster.get('Secret', secret, namespace);
  const fault = found && faultOf(found, names);
  if (fault !== undefined) {
    const fix = certificate
      ? `kubectl -n ${namespace} describe certificate ${certificate.metadata.name} says why.`
      : `delete Secret ${secret} and let anyhouse credentials make a new one, or put a new certificate into it.`;
    return [{ subject, level: 'warn', finding: `Secret ${secret} ${fault}`, fix }];
  }
  if (found) return [{ subject, level: 'ok', finding: `for ${names.join(', ')}, in Secret ${secret}` }];
  // A missing Secret that nobody makes is told with all others.
  return certificate ? examineIssuer(certificate, subject, cluster, manifests) : [];
}

/** Whether the issuer is there that is to make a certificate. */
async function examineIssuer(
  certificate: Manifest,
  subject: string,
  cluster: Cluster,
  manifests: readonly Manifest[],
): Promise<readonly Diagnosis[]> {
  const reference = record(at(certificate, 'spec', 'issuerRef'));
  const name = text(reference.name) ?? '';
  const kind = reference.kind === 'ClusterIssuer' ? 'ClusterIssuer' : 'Issuer';
  const { namespace } = certificate.metadata;
  const among = manifests.some(
    (each) =>
      each.kind === kind &&
      each.metadata.name === name &&
      (kind === 'ClusterIssuer' || each.metadata.namespace === namespace),
  );
  const there = among || (await cluster.get(kind, name, kind === 'Issuer' ? namespace : undefined)) !== undefined;
  if (there) return [{ subject, level: 'ok', finding: `not there yet; ${kind} ${name} makes it` }];
  const finding = `${kind} ${name}, which is to make it, is neither in the cluster nor in the manifests`;
  return [{ subject, level: 'fail', finding, fix: 'create it, or name another one in tls of the gateway.' }];
}

async function examineAuthorities(
  { namespace, name, authorities }: FoundGateway,
  cluster: Cluster,
  manifests: readonly Manifest[],
): Promise<readonly Diagnosis[]> {
  const results = await Promise.all(
    authorities.map(async (authority): Promise<readonly Diagnosis[]> => {
      const among = manifests.some(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === authority);
      if (among || (await cluster.get('ConfigMap', authority, namespace))) return [];
      const finding = `ConfigMap ${namespace}/${authority} is missing, without which no pod of it starts`;
      const fix = 'copy ca.crt of the servers into it: docs/edge.md.';
      return [{ subject: `authority of ${name}`, level: 'warn', finding, fix }];
    }),
  );
  return results.flat();
}

/** What is wrong with the certificate in a Secret. */
function faultOf({ data }: LiveObject, names: readonly string[]): string | undefined {
  const pem = Buffer.from(text(record(data)['tls.crt']) ?? '', 'base64').toString();
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
  } catch {
    return 'holds no certificate under tls.crt';
  }
  const has = (certificate.subjectAltName ?? '').split(', ').map((name) => name.replace(/^DNS:/, ''));
  const missing = names.filter((name) => !has.includes(name));
  if (missing.length > 0) return `is for ${has.join(', ')}, not for ${missing.join(', ')}`;
  const days = Math.floor((Date.parse(certificate.validTo) - Date.now()) / 86_400_000);
  if (days < 0) return `ran out on ${certificate.validTo}`;
  return days < daysLeft ? `runs out in ${days} days` : undefined;
}
