import { at, list, record, text } from '../../kubernetes/manifest';
import { certificateVolumes } from '../gateways';
import type { Snapshot } from './snapshot';
import type { Target } from './state';

/**
 * Why pods of a workload do not get their certificate. They wait for it without end and without an error of their own:
 * it shows in notices of the kubelet only.
 * @param pods those that are not ready
 */
export function certificateProblem(
  { namespace, manifest }: Target,
  pods: readonly string[],
  snapshot: Snapshot,
): string | undefined {
  const missing = pods.flatMap((pod) => {
    const [latest] = snapshot.notices('Pod', namespace, pod);
    const found = /(?:secret|configmap) "([^"]+)" not found/.exec(latest?.message ?? '');
    return latest?.reason === 'FailedMount' && found ? found[1] : [];
  });
  const volume = certificateVolumes(manifest).find(({ object }) => missing.includes(object));
  if (!volume) return undefined;
  const certificate = snapshot
    .all('Certificate', namespace)
    .find(({ spec }) => volume.kind === 'Secret' && at(spec, 'secretName') === volume.object);
  if (!certificate) return `${volume.kind} ${volume.object} is missing`;
  const ready = list(at(certificate, 'status', 'conditions'))
    .map(record)
    .find(({ type }) => type === 'Ready');
  return `Certificate ${certificate.metadata.name}: ${text(ready?.message) ?? 'cert-manager has not taken it up'}`;
}
