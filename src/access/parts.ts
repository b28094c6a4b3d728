/*
 * What the constructs of this room are made of. It is read when the first one is made, so that a program which has none
 * starts faster.
 */
export { credentialsOrigin } from './external/origin';
export { renderCredentials } from './external/render';
export { resolveCredentials } from './external/resolve';
export { sqlUsersOrigin } from './users/origin';
export { contributionOf, renderSqlUsers } from './users/render';
export { resolveSqlUsers } from './users/resolve';
