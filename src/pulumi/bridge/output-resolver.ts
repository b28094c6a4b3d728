import * as pulumi from '@pulumi/pulumi';
import type { IResolver, ResolutionContext } from 'cdk8s';
import { demandSameCopy } from '../copies';
import { tokenFor } from './tokens';

/**
 * Lets Outputs stand anywhere in objects that are not ours, such as those of cdk8s-plus: cdk8s asks for each value, and
 * gets a token. Without it, cdk8s fails with "can't render non-simple object of type 'OutputImpl'".
 */
export class OutputResolver implements IResolver {
  resolve(context: ResolutionContext): void {
    const { value } = context;
    if (!pulumi.Output.isInstance(value)) return;
    demandSameCopy(`Object '${context.obj.node.path}'`, value);
    context.replaceValue(tokenFor(value));
  }
}
