import { record } from '../../../src/kubernetes/manifest';
import type { Http } from './http';

/** How the API server serves a kind. */
export interface Resource {
  /** `/api/v1`, `/apis/apps/v1`. */
  readonly root: string;
  /** Plural name in paths. */
  readonly plural: string;
  readonly namespaced: boolean;
}

/** Kinds that an API server serves, asked once for each group. */
export class Discovery {
  private readonly groups = new Map<string, Promise<ReadonlyMap<string, Resource>>>();

  constructor(private readonly http: Http) {}

  /** How a kind is served; undefined when it is not, as before its CRD is installed. */
  async find(apiVersion: string, kind: string): Promise<Resource | undefined> {
    const known = (await this.group(apiVersion)).get(kind);
    if (known !== undefined) return known;
    this.groups.delete(apiVersion); // a CRD may come at any time
    return (await this.group(apiVersion)).get(kind);
  }

  /** Path of an object, or of all objects of a kind where no name is given. */
  async path(apiVersion: string, kind: string, namespace?: string, name?: string): Promise<string> {
    const resource = await this.find(apiVersion, kind);
    if (resource === undefined) {
      throw new Error(`The API server knows no ${kind} in ${apiVersion}; is its CRD installed?`);
    }
    const scope = resource.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
    return `${resource.root}${scope}/${resource.plural}${name === undefined ? '' : `/${encodeURIComponent(name)}`}`;
  }

  private group(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const known = this.groups.get(apiVersion);
    if (known !== undefined) return known;
    const asked = this.ask(apiVersion);
    this.groups.set(apiVersion, asked);
    return asked;
  }

  private async ask(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const { body } = await this.http.send({ method: 'GET', path: root });
    const { resources } = record(body) as { resources?: { name: string; kind: string; namespaced: boolean }[] };
    const own = (resources ?? []).filter(({ name }) => !name.includes('/')); // the others are subresources
    return new Map(own.map(({ name, kind, namespaced }) => [kind, { root, plural: name, namespaced }]));
  }
}
