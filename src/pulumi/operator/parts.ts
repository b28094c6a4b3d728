export { keptOptions } from '../credentials/kept';
export { checkOperator } from './check-operator';
export { credentials, namespace, release } from './render-release';
