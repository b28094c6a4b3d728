import { defaultOperatorVersion, parseOperatorVersion } from '../altinity/versions';
import { InputError } from '../tools/manifests/input-error';

/** @throws InputError when a release of the operator is given that is not supported */
export function supportedOperator(version: string | undefined): void {
  if (version === undefined || parseOperatorVersion(version) !== undefined) return;
  throw new InputError([
    `--operator must be a release of the Altinity operator from 0.25 to 0.27, such as ${defaultOperatorVersion}, got "${version}".`,
  ]);
}
