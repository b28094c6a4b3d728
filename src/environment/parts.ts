/*
 * What Environment is made of. It is read when the first one is made, so that a program which only asks for help starts
 * faster.
 */
export { renderEnvironment } from './render-environment';
export { dnsEgress } from './render-network';
export { renderServerCertificate } from './render-tls';
export { resolveEnvironment } from './resolve';
