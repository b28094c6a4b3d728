import * as pulumi from '@pulumi/pulumi';
import { MockMonitor } from '@pulumi/pulumi/runtime/mocks';
import type { Manifest } from '../../kubernetes/manifest';
import { PropError } from '../../kubernetes/prop-error';
import { type Cluster, ClusterError } from '../../tools/cluster/cluster';
import { demandPeers } from '../peers';
import { withoutStack } from '../without-stack';
import type { ManifestResource, Status } from './manifest-resource';
import { isInstallation, type Patience, untilReady } from './wait';

/** How installations are waited for. */
export interface WaitOptions {
  readonly waitMinutes?: number | 'none';
  readonly kubeconfig?: pulumi.Input<string>;
}

/** Holds back what depends on an installation until that is ready. */
export interface Gates {
  /** What others depend on: the resource, once its object is ready. */
  after(path: string, resource: ManifestResource, manifest: Manifest): pulumi.Input<pulumi.Resource>;
  /** What the cluster says about an object: of one that is waited for, what it said when that was ready. */
  statusOf(resource: ManifestResource): pulumi.Output<Status | undefined>;
  /** Paths of all installations, once those that are waited for are ready. */
  ready(): pulumi.Output<readonly string[]>;
}

/** What waiting goes by; tests bring their own. */
export interface Means extends Pick<Patience, 'clock'> {
  readonly connect: (kubeconfig: string) => Promise<Cluster>;
}

/** @throws PropError when it is to wait, and cannot know for which cluster */
export function gatesOf(
  name: string,
  { waitMinutes, kubeconfig }: WaitOptions,
  parent: pulumi.Resource,
  { clock, connect }: Means = { clock: { now: Date.now, sleep }, connect: connected },
): Gates {
  const minutes = waitMinutes ?? (isMocked() || kubeconfig === undefined ? 'none' : 30);
  if (minutes === 'none') return gates(() => undefined);
  if (kubeconfig === undefined)
    throw new PropError('Cdk8sApp', name, [
      {
        rule: 'pulumi/kubeconfig',
        prop: 'kubeconfig',
        must: 'be given where waitMinutes is: waiting looks at the cluster',
        got: 'nothing',
        fix: "give the kubeconfig of the provider, or write waitMinutes: 'none'.",
      },
    ]);
  demandPeers('Waiting for ClickHouse', '@kubernetes/client-node');
  // A preview has nothing to wait for.
  if (pulumi.runtime.isDryRun()) return gates(() => undefined);
  let cluster: Promise<Cluster> | undefined;
  const tell = (line: string) => void pulumi.log.info(line, parent, undefined, true);
  return gates((resource, manifest) =>
    pulumi
      .all([resource.urn, pulumi.output(manifest), pulumi.unsecret(pulumi.output(kubeconfig))])
      .apply(async ([, known, text]) => {
        cluster ??= connect(text as string);
        try {
          return await untilReady(known as Manifest, { cluster: await cluster, minutes, clock, tell });
        } catch (error) {
          throw error instanceof ClusterError ? withoutStack(error) : error;
        }
      }),
  );
}

type Wait = (resource: ManifestResource, manifest: Manifest) => pulumi.Output<Status | undefined> | undefined;

function gates(wait: Wait): Gates {
  const statuses = new Map<ManifestResource, pulumi.Output<Status | undefined>>();
  const paths = new Map<ManifestResource, string>();
  return {
    after(path, resource, manifest) {
      if (!isInstallation(manifest)) return resource;
      paths.set(resource, path);
      const status = wait(resource, manifest);
      if (status === undefined) return resource;
      statuses.set(resource, status);
      return status.apply(() => resource);
    },
    statusOf: (resource) => statuses.get(resource) ?? resource.status,
    ready: () => {
      const ready = [...paths].map(([resource, path]) => statuses.get(resource)?.apply(() => path) ?? path);
      return pulumi.unsecret(pulumi.all(ready));
    },
  };
}

async function connected(kubeconfigText: string): Promise<Cluster> {
  const { connect } = require('../../tools/cluster/connect') as typeof import('../../tools/cluster/connect');
  return connect({ kubeconfigText });
}

/** A mocked engine creates nothing, so there is no cluster to look at. */
export function isMocked(): boolean {
  return pulumi.runtime.getMonitor() instanceof MockMonitor;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
