/** The anchor that a heading gets on GitHub and npm. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/** All anchors of a page: of its headings, numbered where they repeat, and explicit ones. */
export function anchorsIn(page: string): ReadonlySet<string> {
  const anchors = new Set([...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? ''));
  const counts = new Map<string, number>();
  for (const [, heading] of withoutCode(page).matchAll(/^#{1,6} (.+)$/gm)) {
    const anchor = anchorOf((heading ?? '').replaceAll(/\\(?=\W)|\]\([^)]*\)/g, ''));
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    anchors.add(count === 0 ? anchor : `${anchor}-${count}`);
  }
  return anchors;
}

/** Targets of the links of a page. */
export function linksIn(page: string): readonly string[] {
  return [...withoutCode(page).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target ?? '');
}

/** The contents of fenced blocks with a language. */
export function codeBlocks(page: string, language: string): readonly string[] {
  return [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , code]) => code ?? '');
}

/** Rows of the first table that has these columns; cells without the backquotes of code. */
export function tableRows(page: string, columns: readonly string[]): readonly (readonly string[])[] {
  const lines = page.split('\n');
  const head = lines.findIndex((line) => cells(line).join() === columns.join());
  if (head < 0) return [];
  const body = lines.slice(head + 2);
  const end = body.findIndex((line) => !line.startsWith('|'));
  return body.slice(0, end < 0 ? undefined : end).map(cells);
}

function cells(row: string): readonly string[] {
  const inner = row.trim().replaceAll(/^\||\|$/g, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll('\\|', '|')
      .replace(/^`([^`]*)`$/, '$1'),
  );
}

function withoutCode(page: string): string {
  return page
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => (/[[\]()]/.test(code) ? '' : code));
}
