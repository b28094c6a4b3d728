import * as pulumi from '@pulumi/pulumi';
import { asString } from 'anyhouse/pulumi';
import { ApiObject, App, Chart } from 'cdk8s';
import fc from 'fast-check';
import { OutputResolver } from '../../../src/pulumi/bridge/output-resolver';
import { restore } from '../../../src/pulumi/bridge/restore';
import { underMocks, valueIn } from '../../support/pulumi-mocks';

/** A leaf, and how it is given: plainly, as an Output, as a token, or as text with tokens in it. */
interface Leaf {
  readonly leaf: string | number | boolean;
  readonly as: 'plain' | 'output' | 'secret' | 'token' | 'parts';
  readonly cut: number;
}
type Tree = Leaf | readonly Tree[] | { readonly tree: Readonly<Record<string, Tree>> };

const isLeaf = (tree: Tree): tree is Leaf => 'leaf' in tree;

const text = fc.string({ maxLength: 20, unit: 'grapheme' }).filter((it) => it !== '' && !/pulumi/.test(it));
const leaf = fc.record({
  leaf: fc.oneof(text, fc.integer(), fc.boolean()),
  as: fc.constantFrom<Leaf['as'][]>('plain', 'output', 'secret', 'token', 'parts'),
  cut: fc.nat(20),
});
const key = fc.stringMatching(/^[a-z][a-zA-Z0-9-]{0,8}$/).filter((it) => it !== 'constructor');
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.record({ tree: fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }) }),
  ),
}));

function plain(it: Tree): unknown {
  if (Array.isArray(it)) return it.map(plain);
  if (isLeaf(it as Leaf)) return (it as Leaf).leaf;
  const { tree: inner } = it as { readonly tree: Readonly<Record<string, Tree>> };
  return Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, plain(value)]));
}

function given(it: Tree): unknown {
  if (Array.isArray(it)) return it.map(given);
  if (isLeaf(it as Leaf)) return givenLeaf(it as Leaf);
  const { tree: inner } = it as { readonly tree: Readonly<Record<string, Tree>> };
  return Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, given(value)]));
}

function givenLeaf({ leaf: value, as, cut }: Leaf): unknown {
  if (as === 'output') return pulumi.output(value);
  if (as === 'secret') return pulumi.secret(value);
  if (typeof value !== 'string' || as === 'plain') return value;
  if (as === 'token') return asString(pulumi.output(value));
  const characters = [...value];
  const [head, tail] = [characters.slice(0, cut).join(''), characters.slice(cut).join('')];
  return `${asString(pulumi.output(head))}${tail}${asString(pulumi.output(''))}`;
}

/** What the cluster would get. */
function manifestOf(spec: unknown, ...resolvers: readonly OutputResolver[]): unknown {
  const chart = new Chart(new App({ resolvers: [...resolvers] }), 'chart', { disableResourceNameHashes: true });
  return new ApiObject(chart, 'it', { apiVersion: 'x.io/v1', kind: 'It', spec } as never).toJson();
}

test('a program with Outputs anywhere resolves to the manifests of the plain program, in 1,000 random trees', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.log(`seed ${seed}`);
  let withOutputs = 0;
  await underMocks(() =>
    fc.assert(
      fc.asyncProperty(tree, async (it) => {
        const late = manifestOf(given(it), new OutputResolver());
        const { value } = await valueIn(pulumi.output(restore(late, 'chart/it')));
        expect(value).toEqual(manifestOf(plain(it)));
        if (/pulumi/.test(JSON.stringify(late))) withOutputs += 1;
      }),
      { numRuns: 1000, seed },
    ),
  );
  expect(withOutputs).toBeGreaterThan(300);
});
