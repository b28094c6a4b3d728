import { repositoryFiles, textOf } from './sources';

/** Files that a tool writes; nobody reads them top to bottom. */
const generated = /(^|\/)generated\/|\.golden\.|\.snap$|^(package-lock\.json|API\.md|api-report\.txt|docs\/rules\.md)$/;
const written = repositoryFiles().filter((file) => !generated.test(file) && !file.startsWith('.projen/'));
const code = written.filter((file) => /\.(ts|js|mjs|cjs|sh)$/.test(file));
const text = written.filter((file) => /\.(ts|js|mjs|cjs|sh|md|json|jsonc|yaml|yml|txt|go|mod)$/.test(file));

/** Places of a pattern in files, the way editors open them. */
function places(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

test('no file is longer than 300 lines', () => {
  const long = code
    .map((file) => [file, textOf(file).trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > 300)
    .map(([file, lines]) => `${file} has ${lines} lines; split it by what it is about`);
  expect(long).toEqual([]);
});

test('names of files are kebab-case', () => {
  const named = code.filter(
    (file) => !/^(\.?[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(file.split('/').at(-1) ?? ''),
  );
  expect(named).toEqual([]);
});

test('nothing is left to be done later', () => {
  const marks = /\b(TO[D]O|FIX[M]E|X[X]X|HAC[K])\b/; // brackets, so that this line is not found
  expect(places(code, marks)).toEqual([]);
});

test('no path or host of the machine that a file was written on is left in it', () => {
  expect(places(text, /(^|[\s"'`(=:])\/(home|Users|root|work)\/[a-z]/)).toEqual([]);
  expect(
    places(
      repositoryFiles().filter((file) => /package-lock\.json$/.test(file)),
      /"resolved": "https?:/,
    ),
  ).toEqual([]);
});

test('no test is switched off or run alone', () => {
  const tests = code.filter((file) => /\.test\.ts$/.test(file));
  expect(places(tests, /\b(x(it|test|describe)|(it|test|describe)\.(only|skip|todo))\(/)).toEqual([]);
});
