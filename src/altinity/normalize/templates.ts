import { asText, list, record, text } from '../../kubernetes/manifest';

const single = [
  'hostTemplate',
  'podTemplate',
  'dataVolumeClaimTemplate',
  'logVolumeClaimTemplate',
  'serviceTemplate',
  'clusterServiceTemplate',
  'shardServiceTemplate',
  'replicaServiceTemplate',
  'volumeClaimTemplate',
] as const;

/** Names of templates in use. */
export type TemplateReferences = { readonly [Key in (typeof single)[number]]?: string } & {
  /** Further service templates of the installation. */
  readonly serviceTemplates?: readonly string[];
};

/** Reads a `templates` block; undefined when there is none. */
export function referencesOf(value: unknown): TemplateReferences | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const given = record(value);
  const names = single.flatMap((key) => (text(given[key]) ? [[key, given[key]]] : []));
  const services = list(given.serviceTemplates).filter((name) => typeof name === 'string');
  return { ...Object.fromEntries(names), ...(services.length > 0 && { serviceTemplates: services }) };
}

/** Fills what is not given from the next level up. */
export function fill(
  own: TemplateReferences | undefined,
  from: TemplateReferences | undefined,
): TemplateReferences | undefined {
  if (!own || !from) return own ?? from;
  const services = [...new Set([...(own.serviceTemplates ?? []), ...(from.serviceTemplates ?? [])])];
  return { ...from, ...own, ...(services.length > 0 && { serviceTemplates: services }) };
}

/** Applies the old name of the data template where the new one is not given. */
export function withOldName(references: TemplateReferences | undefined): TemplateReferences | undefined {
  const { dataVolumeClaimTemplate, volumeClaimTemplate } = references ?? {};
  if (dataVolumeClaimTemplate !== undefined || volumeClaimTemplate === undefined) return references;
  return { ...references, dataVolumeClaimTemplate: volumeClaimTemplate };
}

/** The templates of an installation by kind and name. Of two with one name the later counts. */
export class Templates {
  private readonly byKind = new Map<string, ReadonlyMap<string, Readonly<Record<string, unknown>>>>();

  constructor(private readonly templates: unknown) {}

  /** A template; undefined when there is none of that name. */
  find(
    kind: 'hostTemplates' | 'podTemplates' | 'volumeClaimTemplates' | 'serviceTemplates',
    name: string | undefined,
  ): Readonly<Record<string, unknown>> | undefined {
    return name === undefined ? undefined : this.index(kind).get(name);
  }

  private index(kind: string): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
    const known = this.byKind.get(kind);
    if (known) return known;
    const entries = list(record(this.templates)[kind]).map(record);
    const index = new Map(entries.flatMap((entry) => (text(entry.name) ? [[asText(entry.name), entry] as const] : [])));
    this.byKind.set(kind, index);
    return index;
  }
}
