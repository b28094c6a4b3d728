import { Platform } from 'anyhouse';

// expect: TS2673 Constructor of class 'Platform' is private
export const platform = new Platform(Platform.minikube().facts);
