export { gitopsAnnotations, waves } from '../kubernetes/gitops';
