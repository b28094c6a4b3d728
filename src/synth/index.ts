export { synthesizeManifests } from './synthesize-manifests';
