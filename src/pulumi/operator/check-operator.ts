import { compareReleases } from '../../altinity/versions';
import { Problems } from '../../kubernetes/prop-error';
import { type Check, callback, leaf, line, shape } from '../../kubernetes/shape';
import { imageOptions } from '../../services/images';
import { Operator } from '../../services/operator';
import { kubernetesProvider } from '../bridge/check-args';
import type { OperatorReleaseArgs } from './operator-release';

const args: Check = shape<OperatorReleaseArgs>({
  provider: kubernetesProvider,
  operator: leaf((value) => value instanceof Operator, {
    must: 'be an Operator',
    fix: 'write Operator.existing({ ... }).',
  }),
  images: imageOptions,
  passwordRevision: line,
  transform: callback,
});

/** @throws PropError naming every wrong argument */
export function checkOperator(name: string, given: OperatorReleaseArgs): Operator {
  const problems = new Problems('OperatorRelease', name);
  const { operator = Operator.existing() } = problems.check(args, given);
  if (operator.install !== 'existing') {
    problems.add({
      rule: 'operator/installed-twice',
      prop: 'operator',
      must: 'be one that nobody else installs',
      gotText: `Operator.${operator.install === 'flux' ? 'flux' : 'argoCd'}`,
      fix: 'write Operator.existing({ ... }), or leave OperatorRelease out.',
    });
  }
  if (compareReleases(operator.version, firstWithHook) < 0) {
    problems.add({
      rule: 'operator/definitions',
      prop: 'operator.version',
      must: `be ${firstWithHook} or later: earlier charts never update the resource definitions`,
      got: operator.version,
      fix: `write Operator.existing({ version: '${firstWithHook}' }).`,
    });
  }
  problems.throwIfAny();
  return operator;
}

/** First release whose chart updates the resource definitions. */
const firstWithHook = '0.25.6';
