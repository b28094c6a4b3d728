import { all, type Check, leaf, oneOf, shape, wholeNumber } from '../kubernetes/shape';

/** Whole days that a certificate is still valid. */
export interface CertificateDays {
  /** Fewer days than this raise a warning, from 2 to 255. Renewal has to come earlier. @default 14 */
  readonly warning?: number;
  /** Fewer days than this are critical, from 1. @default 3, or one less than warning */
  readonly critical?: number;
}

/** How much of something is in use, as shares above 0 and below 1. */
export interface UsedShares {
  /** More than this raises a warning. @default 0.8 */
  readonly warning?: number;
  /** More than this is critical. @default 0.9, or half way from warning to full */
  readonly critical?: number;
}

/**
 * Who tells how many pods there should be. `kube-state-metrics` comes with kube-prometheus-stack; with it, an
 * installation that is stopped on purpose raises nothing. With `none`, alerts that need it are left out, and an
 * installation that is stopped looks like one that is down.
 */
export type StateMetrics = 'kube-state-metrics' | 'none';

/** Checks of {@link StateMetrics}. */
export const stateMetrics: Check = oneOf(['kube-state-metrics', 'none']);

/** Checks of a share. */
export const share: Check = leaf((value) => typeof value === 'number' && value > 0 && value < 1, {
  must: 'be a share above 0 and below 1',
  fix: 'write 0.8 for four fifths.',
});

/** Checks of minutes; Prometheus forgets what it waits for when it restarts, so that days make no sense. */
export const minutes: Check = wholeNumber(1, 1440, { must: 'be whole minutes from 1 to 1440', fix: 'write 10.' });

/** Checks of {@link CertificateDays}. */
export const certificateDays: Check = all(
  shape<CertificateDays>({ warning: wholeNumber(2, 255), critical: wholeNumber(1, 254) }),
  (value, prop, problems) => {
    const { warning, critical } = resolveDays(value as CertificateDays | undefined);
    if (critical < warning) return;
    problems.add({
      rule: 'monitoring/thresholds',
      prop: `${prop}.critical`,
      must: `be less than warning (${warning})`,
      got: critical,
      fix: `write critical: ${warning - 1}, or raise warning.`,
    });
  },
);

/** Checks of {@link UsedShares}. */
export const usedShares: Check = all(
  shape<UsedShares>({ warning: share, critical: share }),
  (value, prop, problems) => {
    const { warning, critical } = resolveShares(value as UsedShares | undefined);
    if (critical > warning || problems.has(prop)) return;
    problems.add({
      rule: 'monitoring/thresholds',
      prop: `${prop}.critical`,
      must: `be more than warning (${warning})`,
      got: critical,
      fix: `write critical: ${(1 + warning) / 2}, or lower warning.`,
    });
  },
);

/** Applies defaults. */
export function resolveDays({ warning = 14, critical = Math.min(3, warning - 1) }: CertificateDays = {}) {
  return { warning, critical };
}

/** Applies defaults. */
export function resolveShares({ warning = 0.8, critical = Math.max(0.9, (1 + warning) / 2) }: UsedShares = {}) {
  return { warning, critical };
}
