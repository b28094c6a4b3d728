import { compilePrograms, expectedComplaint } from './programs';

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
