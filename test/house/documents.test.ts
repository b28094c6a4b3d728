import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { anchorsIn, linksIn } from '../../scripts/markdown';
import { rooms } from './rooms';
import { repositoryFiles, root, textOf } from './sources';

const pages = repositoryFiles().filter((file) => file.endsWith('.md'));

test.each(pages)('links of %s lead somewhere', (page) => {
  const dead = linksIn(textOf(page)).filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : posix.join(posix.dirname(page), path);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsIn(textOf(target)).has(anchor);
  });
  expect(dead).toEqual([]);
});

test('files that documents name exist', () => {
  const missing = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'].flatMap((page) =>
    [...textOf(page).matchAll(/`((?:src|test|scripts|docs|examples|projenrc)\/[\w./-]+)`/g)]
      .map(([, path]) => path ?? '')
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${page}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test('the architecture page names every room that exists, in their order', () => {
  const table = textOf('docs/architecture.md').split('## The rooms')[1]?.split('\n## ')[0] ?? '';
  const named = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) =>
    [...(cell ?? '').matchAll(/`([\w-]+?)(?:\.ts)?`/g)].map(([, room]) => room),
  );
  const built = rooms.filter((room) => existsSync(join(root, 'src', room)) || existsSync(join(root, `src/${room}.ts`)));
  expect(named).toEqual(built);
});
