import { isDnsLabel } from './names';
import type { Problems } from './prop-error';

/** What the name of a construct has to be. */
export interface NameDemand {
  /** Most characters. */
  readonly longest: number;
  /** What it is for. @default 'objects are named after it' */
  readonly because?: string;
  /** A good one. */
  readonly example: string;
}

/** Reports the name of a construct that objects cannot have, or its id where no name is given. */
export function checkOwnName(
  problems: Problems,
  id: string,
  given: string | undefined,
  { longest, because = 'objects are named after it', example }: NameDemand,
): void {
  const [prop, name] = given === undefined ? ['id', id] : ['name', given];
  if (problems.has('name') || (isDnsLabel(name) && name.length <= longest)) return;
  problems.add({
    rule: 'names/invalid',
    prop,
    must: `be lower case letters, digits and "-", at most ${longest}, because ${because}`,
    got: name,
    fix: `write '${example}', or give name.`,
  });
}
