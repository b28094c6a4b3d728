import { altinity, type Environment } from 'anyhouse';

export function build(environment: Environment) {
  new altinity.ClickHouseInstallation(environment, 'events', {
    spec: {
      // expect: TS2820 Type '"operator"' is not assignable to type 'ClaimProvisioner | undefined'. Did you mean '"Operator"'?
      defaults: { storageManagement: { provisioner: 'operator' } },
    },
  });
}
