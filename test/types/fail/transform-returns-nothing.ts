import { type Environment, Keeper } from 'anyhouse';

export function build(environment: Environment) {
  new Keeper(environment, 'keeper', {
    transform: {
      // expect: TS2322 Type 'void' is not assignable to type 'ManifestOf<ClickHouseKeeperInstallationSpec>'
      installation: (manifest) => {
        Object.assign(manifest.metadata, { labels: {} });
      },
    },
  });
}
