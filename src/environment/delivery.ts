/** A field of an emitted object that somebody else writes at run time. Whoever delivers the object leaves it alone. */
export interface OwnedField {
  /** API group of the object; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Places of the field: `/spec/stop`. */
  readonly jsonPointers: readonly string[];
  /** Who writes it, in words for docs and errors: `UptimeSchedule 'analytics/nights'`. */
  readonly by: string;
}

/**
 * A time in which Argo CD may or must not deliver, as it stands in an AppProject, without what it applies to.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync_windows/
 */
export interface SyncWindow {
  readonly kind: 'allow' | 'deny';
  /** Cron expression of its beginning. */
  readonly schedule: string;
  /** Length, as Go writes it: `2h`. */
  readonly duration: string;
  readonly timeZone?: string;
  readonly manualSync?: boolean;
  readonly syncOverrun?: boolean;
  readonly description?: string;
}

/** The object that brings an environment to its cluster. */
export interface DeliveryObject {
  readonly kind: 'Application' | 'Kustomization';
  readonly name: string;
  readonly namespace: string;
}

/**
 * What constructs of an environment tell those who deliver it. All of it is added while the program runs, so readers ask
 * late: from a manifest that is a function.
 * @internal
 */
export class DeliveryNotes {
  private readonly fields: OwnedField[] = [];
  private readonly windows: SyncWindow[] = [];
  private object?: DeliveryObject;

  /** Fields that Argo CD has to ignore. */
  get ownedFields(): readonly OwnedField[] {
    return this.fields;
  }

  /** Times that gate delivery. */
  get syncWindows(): readonly SyncWindow[] {
    return this.windows;
  }

  /** What delivers the environment; nothing when no construct of the program does. */
  get deliveredBy(): DeliveryObject | undefined {
    return this.object;
  }

  addOwnedField(field: OwnedField): void {
    this.fields.push(field);
  }

  addSyncWindow(window: SyncWindow): void {
    this.windows.push(window);
  }

  setDeliveredBy(object: DeliveryObject): void {
    this.object = object;
  }
}
