import type { ChosenPlatform } from '../platform-choice';
import type { Draft, Fates } from './draft';
import type { Values } from './values';

/** What all parts of the mapping share. */
export interface Conversion {
  readonly values: Values;
  readonly fates: Fates;
  readonly cluster: Draft;
  readonly environment: Draft;
  readonly platform: ChosenPlatform;
  /** Name of the new installation and of its namespace. */
  readonly name: string;
  /** What a human has to do or decide that stands at no prop. */
  readonly notes: string[];
}
