import { isDnsLabel } from '../../kubernetes/names';
import { isQuantity } from '../../kubernetes/quantity';
import { type PlatformName, platformNames } from '../../platform/platform-names';
import { InputError } from '../manifests/input-error';
import { choosePlatform, hasRegion, isLaptop, usualZones } from '../platform-choice';
import { type InitFlags, nameOf, usual } from './answers';

/** Asks a person; undefined when there is nobody any more. */
export type Ask = (question: string) => Promise<string | undefined>;

type Key = 'name' | 'platform' | 'region' | 'zones' | 'replicas' | 'storage';

interface Question {
  readonly key: Key;
  readonly text: string;
  /** Whether it has to be asked, given what is known. */
  readonly when?: (known: InitFlags) => boolean;
  readonly fallback?: (known: InitFlags, directory: string) => string | undefined;
  /** What is wrong with an answer; undefined where nothing is. */
  readonly fault: (answer: string, known: InitFlags) => string | undefined;
}

const platformOf = ({ platform = usual.platform }: InitFlags): PlatformName => platform;
const listed = (answer: string) => answer.split(',').map((zone) => zone.trim());

const questions: readonly Question[] = [
  {
    key: 'name',
    text: 'Name of the cluster and its namespace',
    fallback: (_, directory) => nameOf(directory),
    fault: (answer) =>
      isDnsLabel(answer) && answer.length <= 30 ? undefined : 'Lower case letters, digits and "-", at most 30, please.',
  },
  {
    key: 'platform',
    text: `Where it runs (${platformNames.join(', ')})`,
    fallback: () => usual.platform,
    fault: (answer) => ((platformNames as readonly string[]).includes(answer) ? undefined : 'One of these, please.'),
  },
  {
    key: 'region',
    text: 'Region',
    when: (known) => hasRegion(platformOf(known)),
    fault: (answer, known) => platformFault(known, { region: answer, zones: usualZones(platformOf(known), answer) }),
  },
  {
    key: 'zones',
    text: 'Zones of the nodes, with commas between them',
    when: (known) => !isLaptop(platformOf(known)),
    fallback: (known) =>
      known.region === undefined ? undefined : usualZones(platformOf(known), known.region).join(','),
    fault: (answer, known) => platformFault(known, { zones: listed(answer) }),
  },
  {
    key: 'replicas',
    text: 'Copies of the data (replicas)',
    fallback: () => usual.replicas,
    fault: (answer, { zones }) => {
      const most = zones?.length ?? 99;
      const fits = /^[1-9]\d?$/.test(answer) && Number(answer) <= most;
      return fits
        ? undefined
        : `A whole number from 1 to ${most}, please${zones ? ': each copy is in a zone of its own' : ''}.`;
    },
  },
  {
    key: 'storage',
    text: 'Storage of each replica',
    fallback: (known) => usual.storage(platformOf(known)),
    fault: (answer) => (isQuantity(answer) ? undefined : 'An amount with Mi, Gi or Ti, please, such as 100Gi.'),
  },
];

function platformFault(known: InitFlags, answer: Pick<InitFlags, 'region' | 'zones'>): string | undefined {
  try {
    choosePlatform({ platform: platformOf(known), region: known.region, ...answer });
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems[0]?.replace(/^--\w+ must/, 'It must').replace(/ Fix: .*$/, '');
  }
}

/**
 * Asks for what was not said. A wrong answer is told, and asked again.
 * @throws InputError when there is nobody to answer any more
 */
export async function answered(
  flags: InitFlags,
  directory: string,
  ask: Ask,
  tell: (text: string) => void,
): Promise<InitFlags> {
  let known = flags;
  for (const question of questions) {
    const { key, when = () => true } = question;
    if (known[key] !== undefined || !when(known)) continue;
    const answer = await answerTo(question, known, directory, ask, tell);
    known = { ...known, [key]: key === 'zones' ? listed(answer) : answer };
  }
  return known;
}

async function answerTo(
  { text, fallback, fault }: Question,
  known: InitFlags,
  directory: string,
  ask: Ask,
  tell: (text: string) => void,
): Promise<string> {
  const usualAnswer = fallback?.(known, directory);
  for (;;) {
    const answer = await ask(`${text}${usualAnswer === undefined ? '' : ` [${usualAnswer}]`}: `);
    if (answer === undefined) throw new InputError(['cancelled; nothing was written.']);
    const given = answer.trim() || usualAnswer || '';
    const problem = fault(given, known);
    if (problem === undefined) return given;
    tell(problem);
  }
}
