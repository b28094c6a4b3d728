import { at, list, record, text } from '../../kubernetes/manifest';
import { booleanOf } from './booleans';
import { claimTemplatesOf } from './claims';
import { fill, referencesOf, type TemplateReferences, type Templates, withOldName } from './templates';

/** What a host gets from templates. The same for all hosts that refer to the same ones. */
export interface HostTemplates {
  /** All references after inheritance. */
  readonly references: TemplateReferences;
  /** Those that exist, under the names that a host shows them by. */
  readonly existing: {
    readonly podTemplate?: string;
    readonly dataClaimTemplate?: string;
    readonly logClaimTemplate?: string;
    readonly image?: string;
    readonly memory?: string;
  };
  /** The host template. @default - none */
  readonly template?: Readonly<Record<string, unknown>>;
  readonly secure?: boolean;
  readonly insecure?: boolean;
  readonly hostNetwork: boolean;
  /** Names of the claim templates in use. */
  readonly claimTemplates: readonly string[];
}

/** Works out the templates of hosts with these references; the host template fills what they leave open. */
export function hostTemplates(
  keeper: boolean,
  asked: TemplateReferences | undefined,
  templates: Templates,
): HostTemplates {
  const template = templates.find('hostTemplates', asked?.hostTemplate);
  const references = withOldName(fill(asked, referencesOf(at(template, 'spec', 'templates')))) ?? {};
  const { podTemplate, dataVolumeClaimTemplate: data, logVolumeClaimTemplate: log } = references;
  return {
    references,
    existing: {
      ...(templates.find('podTemplates', podTemplate) && { podTemplate }),
      ...serverOf(keeper, templates.find('podTemplates', podTemplate)),
      ...(templates.find('volumeClaimTemplates', data) && { dataClaimTemplate: data }),
      ...(templates.find('volumeClaimTemplates', log) && { logClaimTemplate: log }),
    },
    template,
    secure: booleanOf(at(template, 'spec', 'secure')),
    insecure: booleanOf(at(template, 'spec', 'insecure')),
    // Looked up before the host template has its say, as the operator does.
    hostNetwork: at(templates.find('podTemplates', asked?.podTemplate), 'spec', 'hostNetwork') === true,
    claimTemplates: claimTemplatesOf(keeper, references, templates),
  };
}

/** What a pod template says about the server: the container with its name or, for ClickHouse, the first one. */
function serverOf(keeper: boolean, template: unknown): { readonly image?: string; readonly memory?: string } {
  const containers = list(at(template, 'spec', 'containers')).map(record);
  const named = containers.find(({ name }) => name === (keeper ? 'clickhouse-keeper' : 'clickhouse'));
  const server = named ?? (keeper ? undefined : containers[0]);
  const image = text(server?.image);
  const { limits, requests } = record(server?.resources);
  const memory = text(record(limits).memory) ?? text(record(requests).memory);
  return { ...(image && { image }), ...(memory && { memory }) };
}
