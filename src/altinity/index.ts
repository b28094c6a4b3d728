export { topologyOf } from './topology';
