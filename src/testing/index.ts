export { type FindingSummary, findingsOf } from './findings-of';
export { manifestNamed } from './manifest-named';
export { synthesized } from './synthesized';
