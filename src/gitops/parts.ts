/*
 * What ArgoCd and Flux are made of. It is read when the first one is made, so that a program which has none starts faster.
 */
export { argoCdHealth } from './health/argo-cd-health';
export { objectsOf } from './objects-of';
export { renderApplication, renderProject } from './render-argo-cd';
export { renderKustomization, renderSource } from './render-flux';
export { resolveArgoCd, resolveFlux } from './resolve';
