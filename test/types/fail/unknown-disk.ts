import { Platform } from 'anyhouse';

// expect: TS2322 Type '"pd-standard"' is not assignable to type '"pd-ssd" | "pd-balanced" | "hyperdisk-balanced"
export const platform = Platform.gke({ region: 'europe-west4', zones: ['europe-west4-a'], disk: 'pd-standard' });
