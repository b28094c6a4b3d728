import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { pointerParts } from '../../kubernetes/manifest';

/** Finds the line of a JSON pointer in a document, or of the nearest thing around it. */
export function lineFinder(document: Document.Parsed, lineCounter: LineCounter): (pointer: string) => number {
  return (pointer) => {
    let node: unknown = document.contents;
    let line = lineOf(node, lineCounter) ?? 1;
    for (const part of pointerParts(pointer)) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
        if (!pair) return line;
        line = lineOf(pair.key, lineCounter) ?? line;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(part)];
        line = lineOf(node, lineCounter) ?? line;
      } else {
        return line;
      }
    }
    return line;
  };
}

function lineOf(node: unknown, lineCounter: LineCounter): number | undefined {
  const start = (node as Node | null | undefined)?.range?.[0];
  return start === undefined ? undefined : lineCounter.linePos(start).line;
}
