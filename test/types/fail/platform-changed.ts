import { Platform } from 'anyhouse';

const platform = Platform.minikube();
// expect: TS2339 Property 'push' does not exist on type 'readonly string[]'
platform.zones.push('a');
