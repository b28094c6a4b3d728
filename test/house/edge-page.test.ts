import { codeBlocks } from '../../scripts/markdown';
import { repositoryFiles, textOf } from './sources';

const page = textOf('docs/edge.md');
const languages: Readonly<Record<string, string>> = {
  ts: 'ts',
  mjs: 'js',
  py: 'py',
  java: 'java',
  go: 'go',
  sh: 'sh',
  xml: 'xml',
  yaml: 'yaml',
};
const shown = repositoryFiles().filter((file) => file.startsWith('examples/edge/'));

test.each(shown)('docs/edge.md shows %s as it is', (file) => {
  const language = languages[file.slice(file.lastIndexOf('.') + 1)] ?? '';
  expect(codeBlocks(page, language)).toContain(textOf(file));
});

test('every client of the page is a file', () => {
  const programs = ['js', 'py', 'java', 'go', 'xml', 'yaml'].flatMap((language) => codeBlocks(page, language));
  expect(programs.filter((program) => !shown.some((file) => textOf(file) === program))).toEqual([]);
});
