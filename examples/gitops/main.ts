import { writeObjects } from 'anyhouse/synth';
import { App } from 'cdk8s';
import { platforms } from '../platforms';
import { databases } from './databases';

// deploy/services, deploy/development, deploy/staging, deploy/production and deploy/databases: commit them.
const app = new App();
databases(app, platforms.eks);
const { written, removed, leftover } = writeObjects(app, 'deploy');
console.error(`${written.length} files written, ${removed.length} removed.`);
for (const folder of leftover)
  console.error(`deploy/${folder} belongs to no environment any more. Read docs/gitops.md before you remove it.`);
