/** Asks again every 50 ms until something other than undefined comes. @throws after `seconds`, with what `complaint` says */
export async function until<T>(ask: () => Promise<T | undefined>, complaint: () => string, seconds = 60): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
