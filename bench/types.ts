import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { platforms } from '../examples/platforms';
import { analytics } from '../examples/quickstart/analytics';
import { synthesizeManifests } from '../src/synth';

/*
 * What type-checking programs costs: memory, files and time of `tsc`, each in a process of its own, and ratios.
 * `npx projen compile && npx tsx bench/types.ts`; `--skipLibCheck false` after it measures as `pulumi up` checks when a
 * project says nothing else. Time is that of the processor: the machine may be busy.
 */
const root = join(__dirname, '..');
const place = join(root, '.work/bench-types'); // inside of the package, so that it can be imported by its name
const flags = process.argv.slice(2);

/** The manifests of the quickstart, as whoever has no library of constructs writes them. */
function plainQuickstart(): string {
  const app = new App();
  analytics(app, platforms.eks);
  const objects = synthesizeManifests(app).map(
    (manifest, i) => `new ApiObject(chart, 'o${i}', ${JSON.stringify(manifest)});`,
  );
  return `import { ApiObject, App, Chart } from 'cdk8s';\nconst chart = new Chart(new App(), 'chart');\n${objects.join('\n')}`;
}

const imports = (...names: string[]) =>
  `${names.map((name, i) => `import * as m${i} from '${name}';`).join('\n')}\nexport const all = [${names.map((_, i) => `Object.keys(m${i})`)}];`;
const aws = ['eks', 'ec2', 'iam', 's3'].map((name) => `@pulumi/aws/${name}/index.js`);
const gcp = ['container', 'compute', 'storage'].map((name) => `@pulumi/gcp/${name}/index.js`);
const kubernetes = ['@pulumi/kubernetes/provider.js', '@pulumi/kubernetes/helm/v3/release.js'];
const programs = {
  '@pulumi/pulumi': imports('@pulumi/pulumi'),
  'deep imports': imports('cdk8s', '@pulumi/pulumi', ...kubernetes, ...aws, ...gcp),
  'all indexes': imports('cdk8s', '@pulumi/pulumi', '@pulumi/kubernetes', '@pulumi/aws', '@pulumi/gcp'),
  'anyhouse on EKS': `import { Cdk8sApp, EksCluster } from 'anyhouse/pulumi';
import { analytics } from './analytics';
const eks = new EksCluster('prod', { zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] });
new Cdk8sApp('analytics', { provider: eks.provider, build: (app) => analytics(app, eks.platform) });`,
  'plain cdk8s': plainQuickstart(),
  quickstart: `import { Platform } from 'anyhouse';
import { App } from 'cdk8s';
import { analytics } from './analytics';
analytics(new App(), Platform.eks({ region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] }));`,
} as const;
type Name = keyof typeof programs;

interface Cost {
  readonly megabytes: number;
  readonly files: number;
  readonly seconds: number;
}

function costOf(name: Name): Cost {
  const directory = join(place, name.replaceAll(/[^a-z0-9]+/gi, '-'));
  mkdirSync(directory, { recursive: true });
  cpSync(join(root, 'examples/quickstart/analytics.ts'), join(directory, 'analytics.ts'));
  const file = join(directory, 'index.ts');
  writeFileSync(file, programs[name]);
  const script = `process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    console.log('Processor time: ' + (user + system) / 1e6);
  });
  require(${JSON.stringify(require.resolve('typescript/lib/tsc.js'))});`;
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--target', 'ES2022', '--module', 'NodeNext'];
  const args = ['-e', script, 'tsc', ...options, '--skipLibCheck', '--extendedDiagnostics', ...flags, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`'${name}' does not compile:\n${stdout}${stderr}`);
  const figure = (label: string) => Number(new RegExp(`^${label}: +([\\d.]+)`, 'm').exec(stdout)?.[1]);
  return { megabytes: figure('Memory used') / 1000, files: figure('Files'), seconds: figure('Processor time') };
}

/** Pairs whose ratio says something, with the budget where there is one. */
const ratios: readonly (readonly [Name, Name, string])[] = [
  ['anyhouse on EKS', '@pulumi/pulumi', ''],
  ['anyhouse on EKS', 'deep imports', ''],
  ['all indexes', 'deep imports', ''],
  ['quickstart', 'plain cdk8s', ' (budget of time 1.30)'],
];

try {
  const costs = new Map((Object.keys(programs) as Name[]).map((name) => [name, costOf(name)]));
  for (const [name, { megabytes, files, seconds }] of costs) {
    console.log(
      `${name.padEnd(16)} ${megabytes.toFixed(0).padStart(5)} MB ${String(files).padStart(5)} files ${seconds.toFixed(1).padStart(5)} s`,
    );
  }
  for (const [one, other, note] of ratios) {
    const [a, b] = [costs.get(one), costs.get(other)];
    if (!a || !b) continue;
    const [memory, files, time] = [a.megabytes / b.megabytes, a.files / b.files, a.seconds / b.seconds];
    console.log(
      `${one} / ${other}: memory ${memory.toFixed(2)}, files ${files.toFixed(2)}, time ${time.toFixed(2)}${note}`,
    );
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
