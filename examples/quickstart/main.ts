/** Writes dist/minikube, dist/eks and dist/gke from one program, and tells what came out. `npm run quickstart` runs it. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { App } from 'cdk8s';
import { platforms } from '../platforms';
import { analytics } from './analytics';

const root = join(__dirname, '../..');
const anyhouse = (...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'lib/cli/main.js'), ...args], { stdio: 'inherit' });

const outputs = Object.entries(platforms).map(([name, platform]) => {
  const outdir = join(root, 'dist', name);
  rmSync(outdir, { recursive: true, force: true });
  const app = new App({ outdir });
  analytics(app, platform);
  app.synth();
  return relative(process.cwd(), outdir);
});

console.log('anyhouse quickstart: one program, three platforms\n');
anyhouse('compare', ...outputs, '--source', relative(process.cwd(), join(__dirname, 'analytics.ts')));
console.log(`\nwritten: ${outputs.join('  ')}\n\nNext, on minikube:`);
anyhouse('next', outputs[0] ?? '', '--context', 'minikube');
