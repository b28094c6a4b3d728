import { isLaptop } from '../platform-choice';
import { Call, type CodeObject, Use } from '../typescript/code';
import { printProgram, type Statement } from '../typescript/program';
import { type Answers, hostnameOf } from './answers';
import { versions } from './versions';

/** Files of a project, by their paths. */
export type ProjectFiles = Readonly<Record<string, string>>;

/** A project that makes manifests: its program, and what TypeScript and npm need. */
export function projectFiles(answers: Answers): ProjectFiles {
  return {
    'package.json': json(packageJson(answers)),
    'tsconfig.json': json(tsconfig),
    'main.ts': program(answers),
    '.gitignore': 'node_modules/\nbuild/\n',
    'README.md': readme(answers),
  };
}

function packageJson({ name }: Answers) {
  const { anyhouse, cdk8s, constructs, node, types, typescript } = versions();
  return {
    name,
    version: '0.0.0',
    private: true,
    type: 'commonjs',
    engines: { node },
    scripts: {
      build: 'tsc',
      synth: 'npm run build && node build/main.js',
      check: 'anyhouse check dist',
      next: 'anyhouse next dist',
    },
    dependencies: { anyhouse, cdk8s, constructs },
    devDependencies: { '@types/node': types, typescript },
  };
}

const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    outDir: 'build',
    rootDir: '.',
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    types: ['node'],
  },
  include: ['*.ts'],
};

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function program(answers: Answers): string {
  const { name, platform } = answers;
  const [app, environment, where] = [new Use('app'), new Use('environment'), { platform: new Use('platform') }];
  const statements: readonly Statement[] = [
    { variable: 'platform', call: platform.code },
    { variable: 'app', call: new Call('new App', { outdir: 'dist' }) },
    {
      apart: true,
      above: ['What the Kubernetes cluster has once: the StorageClass of databases, and the operator.'],
      call: new Call('new ClusterServices', app, 'services', where),
    },
    { variable: 'environment', call: new Call('new Environment', app, name, where) },
    { variable: 'keeper', call: new Call('new Keeper', environment, 'keeper') },
    { call: new Call('new ClickHouseCluster', environment, name, clusterProps(answers)) },
  ];
  return printProgram(statements);
}

function clusterProps(answers: Answers): CodeObject {
  const { name, shards, replicas, storage, domain } = answers;
  const database = name.replaceAll('-', '_');
  return {
    shards,
    replication: { replicas, keeper: new Use('keeper') },
    storage: { size: storage },
    users: { app: { networks: ['10.0.0.0/8'], grants: [`SELECT, INSERT ON ${database}.*`] } },
    databases: [database],
    ...(domain !== undefined && { exposure: new Call('Exposure.internal', { hostname: hostnameOf(answers) }) }),
  };
}

function readme({ name, platformName }: Answers): string {
  const apply = isLaptop(platformName)
    ? 'npm run next    # the commands that bring it to the cluster'
    : 'npm run next    # the commands that bring it to the cluster; or commit dist for Argo CD or Flux';
  return `# ${name}

ClickHouse on Kubernetes, described by \`main.ts\` with [anyhouse](https://www.npmjs.com/package/anyhouse).

\`\`\`sh
npm install
npm run synth   # writes the manifests to dist
npm run check   # lists what breaks a rule
${apply}
\`\`\`
`;
}
