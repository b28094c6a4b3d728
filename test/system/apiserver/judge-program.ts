import { PropError } from 'anyhouse';
import { synthesizeManifests } from 'anyhouse/synth';
import { App } from 'cdk8s';
import { topologyOf } from '../../../src/altinity/topology';
import { compareReleases } from '../../../src/altinity/versions';
import type { Manifest } from '../../../src/kubernetes/manifest';
import { buildProgram, type RandomProgram } from '../../support/random-environment';
import { podsOf } from './operator-pod';
import { claimsOf } from './operator-storage';
import { apiServer, makeNamespacesOf, refusals } from './servers';

/** How a program may end. */
export type Outcome =
  | 'accepted'
  /** A construct refused its props. */
  | 'prop error'
  /** The synthesis found objects that break rules. */
  | 'broken rule'
  /** The constructs library refused an id. */
  | 'refused id';

const servers = { older: apiServer('0.25.6'), newer: apiServer('0.27.2') };

/**
 * Builds and synthesises a program, and asks a real API server about every object of it.
 * @throws when it ends in any other way than the ones that {@link Outcome} knows
 */
export async function judgeProgram(program: RandomProgram): Promise<Outcome> {
  const app = new App();
  let version: string;
  let manifests: readonly Manifest[];
  try {
    version = buildProgram(app, program).resolved.operator.version;
    manifests = synthesizeManifests(app);
  } catch (error) {
    const outcome = expectedError(error);
    if (outcome === undefined) throw error;
    return outcome;
  }
  const server = compareReleases(version, '0.27.0') < 0 ? servers.older : servers.newer;
  await makeNamespacesOf(server, manifests);
  const complaints = await refusals(server, manifests);
  const children = manifests.flatMap(someChildrenOf);
  const verdicts = await Promise.all(children.map((child) => server.dryRunCreate(child)));
  const refused = verdicts.flatMap((verdict) => (verdict.accepted ? [] : [verdict.message]));
  const all = [...complaints, ...refused];
  if (all.length > 0) throw new Error(`The API server refuses what was let through:\n${all.join('\n')}`);
  return 'accepted';
}

function expectedError(error: unknown): Outcome | undefined {
  if (error instanceof PropError) return error.problems.length > 0 ? 'prop error' : undefined;
  const { message } = error as Error;
  if (/^Validation failed/.test(message) && /\[[a-z-]+\/[a-z-]+\]/.test(message)) return 'broken rule';
  // Said by the constructs library before anything of ours runs.
  if (/^There is already a Construct with name|^Only root constructs may have an empty/.test(message)) {
    return 'refused id';
  }
  return undefined;
}

/**
 * Pods and claims that the operator would make. The CRDs let anything through there, and the operator only logs what the
 * API server says. One pod of each template, and the last one, which has the longest name.
 */
function someChildrenOf(installation: Manifest): readonly Manifest[] {
  const { hosts } = topologyOf(installation);
  const templates = new Map(hosts.map((host) => [host.podTemplate, host]));
  const some = new Set([...templates.values(), ...hosts.slice(-1)]);
  return [...podsOf(installation, [...some]), ...claimsOf(installation, [...some])];
}
