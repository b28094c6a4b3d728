import { App } from 'cdk8s';
import type { Manifest } from '../kubernetes/manifest';
import { synthesizeManifests } from '../synth/synthesize-manifests';

/**
 * The objects that a program makes, as they would stand in its YAML. Writes no files.
 *
 * ```ts
 * const manifests = synthesized((app) => analytics(app, Platform.minikube()));
 * ```
 * @param build adds charts to the program
 * @throws PropError or Error, as the synthesis of the program would
 */
export function synthesized(build: (app: App) => void): readonly Manifest[] {
  const app = new App();
  build(app);
  return synthesizeManifests(app);
}
