import type { Problems } from '../../kubernetes/prop-error';
import { type Check, line, oneOf } from '../../kubernetes/shape';
import type { Stage } from '../../platform/facts';

/** What a cluster is for, and whether it may go. */
export interface ProtectionArgs {
  /**
   * What the cluster is for. In `production` neither Pulumi nor the cloud deletes it, and constructs on it get the
   * defaults of production.
   * @default 'production'
   */
  readonly stage?: Stage;
  /**
   * Why the cluster may be deleted: `'moved to another region'`. Turns every protection off. Run `pulumi up` with it
   * once before `pulumi destroy`: the protection has to be gone first.
   * @default - protected in production
   */
  readonly allowDeletion?: string;
}

/** How a cluster is guarded. */
export interface Protection {
  /**
   * Whether Pulumi refuses to delete or replace: an option of the component, which its children take over.
   * @default - as the parent of the component
   */
  readonly protect?: boolean;
  /** Whether the cloud refuses to delete the cluster. */
  readonly deletionProtection: boolean;
}

/** Checks of {@link ProtectionArgs}. */
export const protectionShape: { readonly [Key in keyof Required<ProtectionArgs>]: Check } = {
  stage: oneOf(['production', 'development']),
  allowDeletion: line,
};

/** How a cluster is guarded. Reports production that is left without. */
export function resolveProtection(
  problems: Problems,
  { stage = 'production', allowDeletion }: ProtectionArgs,
  { protect: asked }: { readonly protect?: boolean },
): Protection {
  if (allowDeletion !== undefined && asked === true) {
    problems.add({
      rule: 'clusters/protection',
      prop: 'allowDeletion',
      must: 'not be given beside the option protect: true',
      got: allowDeletion,
      fix: 'keep one of the two.',
    });
  }
  if (stage === 'production' && asked === false && allowDeletion === undefined) {
    problems.add({
      rule: 'clusters/protection',
      prop: 'stage',
      must: 'not be "production" without protection, as with the option protect: false',
      got: stage,
      fix: "remove protect: false; say allowDeletion: 'moved to another region' before a destroy, or stage: 'development'.",
    });
  }
  if (allowDeletion !== undefined) return { protect: false, deletionProtection: false };
  const protect = asked ?? (stage === 'production' || undefined);
  return { ...(protect !== undefined && { protect }), deletionProtection: protect === true };
}
