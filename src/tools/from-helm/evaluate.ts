import { allowUnknown } from '../../altinity/setting-marks';
import { Identity } from '../../environment/identity';
import { ExternalKeeper } from '../../keeper/external-keeper';
import { Exposure, type PublicExposureOptions } from '../../platform/exposure';
import { Allowed, Call, type Code, type CodeObject, isObject, Use } from '../typescript/code';

/** A Keeper that stands for the one of the program. */
const someKeeper = () => new ExternalKeeper([{ host: 'keeper' }]);

/** What a piece of the program will be when it runs. */
export function evaluate(code: Code): unknown {
  if (code instanceof Use) return someKeeper();
  if (code instanceof Call) return call(code);
  if (Array.isArray(code)) return code.map(evaluate);
  if (!isObject(code)) return code;
  const members = Object.entries(code).map(([key, value]) =>
    value instanceof Allowed
      ? ([key, Object.values(allowUnknown({ [key]: evaluate(value.value) as string }))[0]] as const)
      : ([key, evaluate(value)] as const),
  );
  return Object.fromEntries(members);
}

function call({ callee, args }: Call): unknown {
  const [first] = args.map(evaluate);
  switch (callee) {
    case 'Exposure.internal':
      return Exposure.internal((first ?? {}) as object);
    case 'Exposure.public':
      return Exposure.public(first as PublicExposureOptions);
    case 'Identity.awsRole':
      return Identity.awsRole(String(first));
    case 'Identity.googleServiceAccount':
      return Identity.googleServiceAccount(String(first));
    default:
      throw new Error(`${callee} is no value of a prop`);
  }
}

/** Props as a construct gets them. */
export function evaluateProps(props: CodeObject): Readonly<Record<string, unknown>> {
  return evaluate(props) as Readonly<Record<string, unknown>>;
}
