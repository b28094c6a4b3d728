export { synthesizeManifests } from './synthesize-manifests';
export { type WrittenObjects, writeObjects } from './write-objects';
