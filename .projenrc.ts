import { JsonFile, javascript, TextFile, typescript } from 'projen';
import { configureApiDocs } from './projenrc/api-docs';
import { configureContinuousIntegration } from './projenrc/continuous-integration';
import { subpathExports } from './projenrc/subpath-exports';

/** Lowest versions that users may bring; tests run on them, `test:newest-peers` on the newest that this Node runs. */
const peers = ['cdk8s@^2.70.0', 'constructs@^10.5.0'];

/** What only some rooms load: commands that talk to a cluster, and `anyhouse/pulumi`. */
const optionalPeers = {
  // Its version 2 needs Node 22.
  cluster: ['@kubernetes/client-node@^1.4.0'],
  // Also the last release of @pulumi/pulumi that runs on Node 20: later ones need 22, and npm leaves them out of the
  // range there. `test:newest-node` tries those. The other packages of Pulumi run on both.
  pulumi: ['@pulumi/pulumi@^3.248.0', '@pulumi/kubernetes@^4.34.2', '@pulumi/aws@^7.48.0', '@pulumi/gcp@^9.37.0'],
};

/** Node types of the oldest supported runtime. Pinned: the tag that projen asks for (`ts6.0`) does not exist. */
const nodeTypes = '@types/node@~20.19.0';

const project = new typescript.TypeScriptProject({
  name: 'anyhouse',
  description: 'ClickHouse anywhere, as TypeScript: one typed program for minikube, EKS and GKE',
  repository: 'git+https://github.com/anyhouse/anyhouse.git',
  keywords: ['cdk8s', 'clickhouse', 'kubernetes', 'pulumi', 'gitops', 'operator'],
  authorName: 'anyhouse contributors',
  authorOrganization: true,
  license: 'Apache-2.0',
  copyrightOwner: 'anyhouse contributors',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  npmAccess: javascript.NpmAccess.PUBLIC,
  minNodeVersion: '20.0.0',

  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),
  typescriptVersion: '~6.0.0',
  disableTsconfigDev: true,
  tsconfig: {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2022'],
      module: 'NodeNext',
      moduleResolution: javascript.TypeScriptModuleResolution.NODE_NEXT,
      // Published maps without embedded sources would point at files that the package does not hold.
      inlineSourceMap: false,
      inlineSources: false,
      skipLibCheck: true,
      types: ['node'],
    },
  },

  eslint: false,
  biome: true,
  biomeOptions: {
    biomeConfig: {
      files: {
        includes: [
          'src/**',
          'test/**',
          'examples/**',
          'bench/**',
          'scripts/**',
          '!**/*.golden.*',
          '!src/**/generated',
          '!test/types/fail',
        ],
      },
      formatter: { lineWidth: 120, indentStyle: 'space' },
      javascript: { formatter: { quoteStyle: 'single' } },
      linter: {
        rules: {
          suspicious: { noExplicitAny: 'error' },
          style: { useImportType: 'error', noNonNullAssertion: 'error' },
        },
      },
      overrides: [
        // A test that reads an absent field fails, which is all it has to do.
        {
          includes: ['test/**'],
          linter: { rules: { style: { noNonNullAssertion: 'off' }, correctness: { noUnsafeOptionalChaining: 'off' } } },
        },
      ],
    } as javascript.biome_config.BiomeConfiguration,
  },

  jest: false,
  depsUpgrade: false,
  github: false,
  buildWorkflow: false,
  release: false,
  sampleCode: false,
  // `files` of package.json decides what is published.
  npmignoreEnabled: false,

  peerDeps: [...peers, ...Object.values(optionalPeers).flat()],
  deps: [
    'kubernetes-types',
    'yaml@^2.4.0',
    'commander@^14.0.0',
    'picocolors',
    'croner@^11.0.1',
    'ipaddr.js@^2.0.0',
    '@peculiar/x509@^2.0.0',
    'reflect-metadata@^0.2.0',
  ],
  devDeps: [
    nodeTypes,
    'jest@^30.0.0',
    '@types/jest@^30.0.0',
    '@swc/core',
    '@swc/jest',
    'tsx',
    'cdk8s-plus-28',
    'fast-check',
    'typedoc',
    'typedoc-plugin-markdown',
    'publint',
    '@arethetypeswrong/cli',
    '@clickhouse/client',
    // Types that dashboards are compared with; nothing of it runs.
    '@grafana/schema@~12.4.0',
  ],
});

project.package.addField(
  'peerDependenciesMeta',
  Object.fromEntries(
    Object.values(optionalPeers).flatMap((list) =>
      list.map((peer) => [peer.slice(0, peer.lastIndexOf('@')), { optional: true }]),
    ),
  ),
);

// The lock file must install from whatever registry a machine uses, so it names none.
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
project.npmrc.addConfig('fund', 'false');

project.package.addField('type', 'commonjs');
const exports_ = subpathExports(['.', './pulumi', './synth', './testing']);
project.package.addField('exports', exports_.exports);
project.package.addField('typesVersions', exports_.typesVersions);
project.package.addField('files', ['lib', 'API.md', 'docs']);
project.addBins({ anyhouse: 'lib/cli/main.js' });

new JsonFile(project, 'tsconfig.check.json', {
  obj: {
    extends: './tsconfig.json',
    compilerOptions: {
      rootDir: '.',
      noEmit: true,
      declaration: false,
      types: ['node', 'jest'],
      paths: { anyhouse: ['./src/index.ts'], 'anyhouse/*': ['./src/*/index.ts'] },
    },
    include: [
      'src/**/*.ts',
      'test/**/*.ts',
      'examples/**/*.ts',
      'bench/**/*.ts',
      'scripts/**/*.ts',
      '.projenrc.ts',
      'projenrc/**/*.ts',
    ],
    exclude: ['node_modules', 'lib', 'test/types/fail'],
  },
});

const swcTransform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs', ignoreDynamic: true } },
  ],
};
const jestBase = {
  testEnvironment: 'node',
  clearMocks: true,
  transform: swcTransform,
  moduleNameMapper: {
    '^anyhouse$': '<rootDir>/src/index.ts',
    '^anyhouse/(pulumi|synth|testing)$': '<rootDir>/src/$1/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/dist/', '<rootDir>/.work/'],
};
new JsonFile(project, 'jest.config.json', {
  obj: { ...jestBase, roots: ['<rootDir>/test'], testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/system/'] },
});
// A project for each real part, so that only the parts that a run needs are started.
const systemPart = (part: string) => ({
  ...jestBase,
  displayName: part,
  roots: [`<rootDir>/test/system/${part}`],
  globalSetup: `<rootDir>/test/system/${part}/global-setup.ts`,
  globalTeardown: `<rootDir>/test/system/${part}/global-teardown.ts`,
});
// Parts of controllers that judge a manifest and end: nothing has to be started.
const judgedPart = (part: string) => ({
  ...jestBase,
  displayName: part,
  roots: [`<rootDir>/test/system/${part}`],
});
new JsonFile(project, 'jest.system.config.json', {
  obj: {
    maxWorkers: 1,
    testTimeout: 300_000,
    projects: [
      systemPart('apiserver'),
      systemPart('cli'),
      judgedPart('clouds'),
      judgedPart('edge'),
      judgedPart('jobs'),
      judgedPart('promtool'),
      judgedPart('sql'),
    ],
  },
});

// Snapshots and goldens are only rewritten by `npm run test:update`, never by a test run.
project.testTask.reset();
project.testTask.exec('tsc -p tsconfig.check.json');
project.testTask.exec('biome ci --reporter=summary .');
project.testTask.exec('jest --ci', { receiveArgs: true });
project.addTask('test:unit', { exec: 'jest --ci', receiveArgs: true, description: 'Only the unit tests' });
project.addTask('test:update', {
  exec: 'UPDATE_GOLDENS=1 jest --updateSnapshot',
  receiveArgs: true,
  description: 'Rewrite goldens and snapshots',
});
const systemTests = project.addTask('test:system', { description: 'Tests that need real parts; says what is missing' });
// The command is tried as it is installed, and examples import the package by its name.
systemTests.spawn(project.compileTask);
systemTests.exec('tsx scripts/system-tests.ts', { receiveArgs: true });

for (const which of ['lowest', 'newest']) {
  project.addTask(`test:${which}-peers`, {
    exec: `tsx scripts/test-peers.ts ${which}`,
    receiveArgs: true,
    description: `Type check and unit tests in a copy that has the ${which} cdk8s and constructs`,
  });
}

project.addTask('test:newest-node', {
  exec: 'tsx scripts/test-newest-node.ts',
  receiveArgs: true,
  description: 'Tests of anyhouse/pulumi in a copy that has Node 22 and the newest Pulumi',
});

// A module that was removed from src must not be published from an older lib.
project.preCompileTask.exec('node -e "fs.rmSync(\'lib\', { recursive: true, force: true })"');
project.compileTask.reset('tsc -p tsconfig.json');
const quickstart = project.addTask('quickstart', {
  description: 'One program, three platforms: writes dist/minikube, dist/eks, dist/gke',
});
quickstart.spawn(project.compileTask);
quickstart.exec('tsx examples/quickstart/main.ts');

const docs = project.addTask('docs', { description: 'Write API.md, api-report.txt and docs/rules.md' });
configureApiDocs(project, docs);
configureContinuousIntegration(project);

project.gitignore.exclude('/dist/', '/.work/', '*.log', '/test-reports/');
new TextFile(project, '.node-version', { lines: ['20'] });
project.synth();
