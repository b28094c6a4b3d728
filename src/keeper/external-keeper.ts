import { late } from '../kubernetes/late';
import { isDnsSubdomain } from '../kubernetes/names';
import { Problems } from '../kubernetes/prop-error';
import { flag, leaf, listOf, required, shape, wholeNumber } from '../kubernetes/shape';
import type { IKeeper, KeeperNode } from './options';

const nodesShape = listOf(
  shape<KeeperNode>({
    host: required(
      late(
        leaf((host) => typeof host === 'string' && isDnsSubdomain(host), {
          rule: 'keeper/node-host',
          must: 'be a host name',
          fix: "write host: 'keeper-0.example.com'.",
        }),
      ),
      { rule: 'keeper/node-host', must: 'be a host name', fix: "write host: 'keeper-0.example.com'." },
    ),
    port: wholeNumber(1, 65535, { rule: 'keeper/node-port', fix: 'write port: 2181.' }),
    secure: flag,
  }),
  {
    least: 1,
    rule: 'keeper/no-nodes',
    must: 'list at least one node',
    fix: "write [{ host: 'keeper-0.example.com' }].",
  },
);

/** A quorum that somebody else runs. */
export class ExternalKeeper implements IKeeper {
  /** @throws PropError naming every wrong node */
  constructor(private readonly nodes: readonly KeeperNode[]) {
    const problems = new Problems('Keeper', 'fromNodes');
    required(nodesShape, {
      rule: 'keeper/no-nodes',
      must: 'list at least one node',
      fix: "write [{ host: 'keeper-0.example.com' }].",
    })(nodes, 'nodes', problems);
    problems.throwIfAny();
  }

  nodesFor(): readonly KeeperNode[] {
    return this.nodes;
  }

  /** Whoever runs it decides who may connect. */
  admit(): void {}
}
