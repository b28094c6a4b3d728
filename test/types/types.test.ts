import { join } from 'node:path';
import { codeBlocks } from '../../scripts/markdown';
import { repositoryFiles, root, textOf } from '../house/sources';
import { compilePrograms, compileTexts, expectedComplaint } from './programs';

describe('programs that must not compile', () => {
  const programs = compilePrograms('fail');

  test('there are many', () => {
    expect(programs.size).toBeGreaterThanOrEqual(20);
  });

  test.each([...programs])('%s is refused for its one reason', (_, { text, complaints }) => {
    const expected = expectedComplaint(text);
    expect(complaints).toEqual([
      { ...expected, message: expect.stringContaining(expected?.message ?? 'an expectation') },
    ]);
  });
});

describe('programs that must compile', () => {
  const programs = compilePrograms('pass');

  test.each([...programs])('%s compiles', (_, { complaints }) => {
    expect(complaints).toEqual([]);
  });
});

describe('programs in documents', () => {
  const blocks = repositoryFiles()
    .filter((file) => /^(README|CONTRIBUTING|examples\/README|docs\/[\w-]+)\.md$/.test(file))
    .flatMap((file) =>
      codeBlocks(textOf(file), 'ts').map((text, index) => [`${file.replaceAll('/', '-')}-${index}.ts`, text] as const),
    );
  // They import each other the way the files of an example do.
  const programs = compileTexts(join(root, 'examples/quickstart'), blocks);

  test.each([...programs])('%s compiles', (_, { complaints }) => {
    expect(complaints).toEqual([]);
  });
});
