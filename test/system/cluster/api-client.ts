import { list, type Manifest, record } from '../../../src/kubernetes/manifest';
import type { Connection } from './connection';
import { Discovery } from './discovery';
import { type Answer, type Call, Http } from './http';
import { until } from './until';

/** An object by kind and name. A manifest is one. */
export interface Reference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** What the API server would say to an object. */
export type Verdict =
  | { readonly accepted: true; readonly object: Manifest; readonly warnings: readonly string[] }
  | { readonly accepted: false; readonly status: number; readonly message: string };

/** The API server refused a request. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Connections that an API server on two processors answers fastest. */
const connections = 16;

/** How tests apply what they need: whoever has a field has to give it up. */
const tests = 'fieldManager=anyhouse-tests&force=true';

/**
 * The few things that tests ask of an API server, each with strict field validation: a field that the server does not
 * know is an error, as it should be for manifests that nobody has looked at yet.
 */
export class ApiClient {
  private readonly http: Http;
  private readonly discovery: Discovery;

  constructor(readonly connection: Connection) {
    this.http = new Http(connection, connections);
    this.discovery = new Discovery(this.http);
  }

  /** Creates or changes an object, as `kubectl apply --server-side` does. @throws ApiError */
  async apply(manifest: Manifest): Promise<Manifest> {
    return succeed(await this.send(await this.applyCall(manifest, tests))) as Manifest;
  }

  /** Whether {@link apply} would be accepted. Changes nothing. */
  async dryRun(manifest: Manifest): Promise<Verdict> {
    return this.verdict(manifest, () => this.applyCall(manifest, `${tests}&dryRun=All`));
  }

  /** Whether creating the object would be accepted, by admission, too. Changes nothing. */
  async dryRunCreate(manifest: Manifest): Promise<Verdict> {
    return this.verdict(manifest, () => this.createCall(manifest, 'dryRun=All&fieldValidation=Strict'));
  }

  /** Creates an object as that manager does who sends no opinion about unknown fields: they are dropped. */
  async createAs(manager: string, manifest: Manifest): Promise<Verdict> {
    return this.verdict(manifest, () => this.createCall(manifest, `fieldManager=${manager}`));
  }

  /** Applies an object as a manager that takes no field away from others. */
  async applyAs(manager: string, manifest: Manifest): Promise<Verdict> {
    return this.verdict(manifest, () => this.applyCall(manifest, `fieldManager=${manager}`));
  }

  /** Creates an object that is a question, such as a SubjectAccessReview, and gives the answer. @throws ApiError */
  async create<T>(object: { readonly apiVersion: string; readonly kind: string; readonly spec: unknown }): Promise<T> {
    const path = await this.discovery.path(object.apiVersion, object.kind);
    return succeed(await this.send({ method: 'POST', path, body: object })) as T;
  }

  /** The object, or undefined when there is none. @throws ApiError */
  async get({ apiVersion, kind, metadata: { name, namespace } }: Reference): Promise<Manifest | undefined> {
    const path = await this.discovery.path(apiVersion, kind, namespace ?? 'default', name);
    const answer = await this.send({ method: 'GET', path });
    return answer.status === 404 ? undefined : (succeed(answer) as Manifest);
  }

  /** All objects of a kind, in one namespace or in all. @throws ApiError */
  async list(apiVersion: string, kind: string, namespace?: string): Promise<readonly Manifest[]> {
    const path = await this.discovery.path(apiVersion, kind, namespace);
    return list(record(succeed(await this.send({ method: 'GET', path }))).items) as readonly Manifest[];
  }

  /** Deletes an object; one that is not there is fine. @throws ApiError */
  async delete({ apiVersion, kind, metadata: { name, namespace } }: Reference): Promise<void> {
    const path = await this.discovery.path(apiVersion, kind, namespace ?? 'default', name);
    // Jobs would wait for somebody who orphans their pods, which is what their API does where nothing is said.
    const answer = await this.send({ method: 'DELETE', path: `${path}?propagationPolicy=Background` });
    if (answer.status !== 404) succeed(answer);
  }

  /** Whether the kind is served. */
  async serves(apiVersion: string, kind: string): Promise<boolean> {
    return (await this.discovery.find(apiVersion, kind)) !== undefined;
  }

  /** Waits until an object is as wanted, and gives it. @throws after a minute, with the object as it was last */
  async waitFor(reference: Reference, wanted: (object: Manifest) => boolean): Promise<Manifest> {
    let object: Manifest | undefined;
    const ask = async () => {
      object = await this.get(reference);
      return object && wanted(object) ? object : undefined;
    };
    return until(ask, () => `${reference.kind} ${reference.metadata.name} is not as wanted: ${JSON.stringify(object)}`);
  }

  /** Any request. */
  send(call: Call): Promise<Answer> {
    return this.http.send(call);
  }

  /** Closes the connections. */
  close(): void {
    this.http.close();
  }

  private async createCall(manifest: Manifest, query: string): Promise<Call> {
    const { apiVersion, kind, metadata } = manifest;
    const path = await this.discovery.path(apiVersion, kind, metadata.namespace ?? 'default');
    return { method: 'POST', path: `${path}?${query}`, body: manifest };
  }

  private async applyCall(manifest: Manifest, query: string): Promise<Call> {
    const { apiVersion, kind, metadata } = manifest;
    const path = await this.discovery.path(apiVersion, kind, metadata.namespace ?? 'default', metadata.name);
    return {
      method: 'PATCH',
      path: `${path}?fieldValidation=Strict&${query}`,
      contentType: 'application/apply-patch+yaml', // JSON is YAML
      body: manifest,
    };
  }

  private async verdict({ apiVersion, kind }: Manifest, call: () => Promise<Call>): Promise<Verdict> {
    if (!(await this.serves(apiVersion, kind))) {
      return { accepted: false, status: 404, message: `no ${kind} in ${apiVersion}; is its CRD installed?` };
    }
    const answer = await this.send(await call());
    if (answer.status < 300) return { accepted: true, object: answer.body as Manifest, warnings: answer.warnings };
    // An overloaded or stopping server has not judged the object.
    if ([429, 502, 503, 504].includes(answer.status)) throw errorOf(answer);
    return { accepted: false, status: answer.status, message: errorOf(answer).message };
  }
}

function succeed(answer: Answer): unknown {
  if (answer.status >= 300) throw errorOf(answer);
  return answer.body;
}

function errorOf({ status, body }: Answer): ApiError {
  const { message } = record(body);
  return new ApiError(status, typeof message === 'string' ? message : String(body));
}
