/*
 * What ClusterServices is made of. It is read when the first one is made, so that a program which only asks for help
 * starts faster.
 */
export { checkServices } from './check-services';
export { renderClusterIssuers } from './issuers/render-issuers';
export { renderStorageClass } from './render-storage-class';
export { renderVolumeAttributes } from './volume-attributes';
