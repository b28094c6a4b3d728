export { checkOperator } from './check-operator';
export { credentialOptions, credentials, namespace, release } from './render-release';
