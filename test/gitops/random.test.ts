import { ArgoCd, type ArgoCdProps, Flux, type FluxProps, PropError } from 'anyhouse';
import { type App, Testing } from 'cdk8s';
import fc from 'fast-check';
import { argoCdProps, fluxProps } from '../support/random-gitops';
import { mutate, mutation } from '../support/random-mutation';
import { argoCdProgram, fluxProgram } from './programs';

/** What a delivery emits, or nothing when the library refuses it. */
function emittedBy(build: () => ArgoCd | Flux): readonly object[] | undefined {
  try {
    return Testing.synth(build());
  } catch (error) {
    if (error instanceof PropError) return undefined;
    throw error;
  }
}

test('any props of ArgoCd make three Applications in two projects, or are refused', () => {
  fc.assert(
    fc.property(argoCdProps, (props) => {
      const objects = emittedBy(() => argoCdProgram(props as Partial<ArgoCdProps>).delivery);
      if (objects) expect(objects).toHaveLength(5);
      const { cluster, revisions, name } = props as Partial<ArgoCdProps>;
      if (cluster === undefined && revisions === undefined && name !== undefined) expect(objects).toBeDefined();
    }),
    { numRuns: 30, seed: 20261121 },
  );
});

test('any props of Flux make three Kustomizations, or are refused', () => {
  fc.assert(
    fc.property(fluxProps, (props) => {
      const objects = emittedBy(() => fluxProgram(props as Partial<FluxProps>).delivery);
      if (!objects) return;
      expect(objects.filter((object) => (object as { kind: string }).kind === 'Kustomization')).toHaveLength(3);
    }),
    { numRuns: 30, seed: 20261121 },
  );
});

test('faults are refused with a PropError, never with anything else', () => {
  const faulty = (props: fc.Arbitrary<object>) =>
    fc
      .tuple(props, mutation)
      .map(([given, fault]) => mutate({ props: given }, fault, (path) => path[0] !== 'props' || path.length < 2).props);
  const build = (
    Delivery: typeof ArgoCd | typeof Flux,
    { services, environments, app }: { services: object; environments: readonly object[]; app: App },
    props: object,
  ) => new Delivery(app, 'again', { services, environments, ...props } as never);
  fc.assert(
    fc.property(faulty(argoCdProps), faulty(fluxProps), (argo, flux) => {
      emittedBy(() => build(ArgoCd, argoCdProgram(), argo));
      emittedBy(() => build(Flux, fluxProgram(), flux));
    }),
    { numRuns: 30, seed: 20261121 },
  );
});
