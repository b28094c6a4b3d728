import { isUnknown } from './late';
import { type Check, inside } from './shape';
import { isOutput } from './token';

/** Reports Outputs inside of a value whose form is checked later: whoever reads it first would take them apart. */
export const withoutOutputs: Check = (value, prop, problems) => {
  if (isOutput(value)) isUnknown(value, prop, problems);
  else if (typeof value === 'object' && value !== null) {
    for (const key of Reflect.ownKeys(value)) {
      // What `allowUnknown` lets through lies behind a symbol.
      const place = typeof key === 'symbol' ? prop : inside(prop, key);
      withoutOutputs((value as Record<string | symbol, unknown>)[key], place, problems);
    }
  }
};
