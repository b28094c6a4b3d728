import type { BackupEngine } from './engine';
import { nativeContribution } from './native/contribution';
import { clientConfig, renderJobAddresses, renderNativeJob, renderNativePolicy } from './native/render-jobs';
import { nativeScript } from './native/script';
import type { ResolvedBackup } from './options';
import { sidecarContribution } from './sidecar/contribution';
import { renderSidecarJob, renderSidecarPolicy } from './sidecar/render-jobs';
import { sidecarScript } from './sidecar/script';

/** Engines by name. */
export const engines: Readonly<Record<ResolvedBackup['engine'], BackupEngine>> = {
  sidecar: {
    scripts: { 'backup.sh': sidecarScript },
    contribution: sidecarContribution,
    job: renderSidecarJob,
    policy: renderSidecarPolicy,
    objects: () => [],
  },
  native: {
    scripts: { 'backup.sh': nativeScript, 'client.xml': clientConfig },
    contribution: nativeContribution,
    job: renderNativeJob,
    policy: renderNativePolicy,
    objects: (backup, environment) => [renderJobAddresses(backup, environment)],
  },
};
