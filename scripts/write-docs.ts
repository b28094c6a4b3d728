/** Writes API.md, api-report.txt and docs/rules.md. `npm run docs` calls it after typedoc. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiPage } from './api-page';
import { apiReport } from './api-report';
import { documentedRules } from './documented-rules';
import { rulesPage } from './rules-page';

const root = join(__dirname, '..');
const write = (file: string, text: string) => writeFileSync(join(root, file), `${text.trimEnd()}\n`);

write('API.md', apiPage(join(root, '.work/api')));
write('api-report.txt', apiReport());
write('docs/rules.md', rulesPage(documentedRules));
