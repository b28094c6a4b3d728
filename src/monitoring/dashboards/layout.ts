import type { GridPosition } from './grafana';
import type { Panel, Row } from './panel';

const columns = 24;

/** Heights of panels, so that the smallest can be read. */
const heights: Readonly<Record<Panel['type'], number>> = { stat: 4, bargauge: 8, timeseries: 8, table: 8 };

/** A heading or a panel with its place. */
export type Placed =
  | { readonly place: GridPosition; readonly row: Row; readonly panel?: undefined }
  | { readonly place: GridPosition; readonly panel: Panel };

/** Fills lines from left to right. All panels of a line are as high as its highest one, so that none leaves a hole. */
export function placeRows(rows: readonly Row[]): readonly Placed[] {
  const placed: Placed[] = [];
  let y = 0;
  for (const row of rows) {
    placed.push({ row, place: { h: 1, w: columns, x: 0, y } });
    y += 1;
    for (const line of linesOf(row.panels)) {
      const h = Math.max(...line.map(({ type }) => heights[type]));
      let x = 0;
      for (const panel of line) {
        placed.push({ panel, place: { h, w: panel.width, x, y } });
        x += panel.width;
      }
      y += h;
    }
  }
  return placed;
}

function linesOf(panels: readonly Panel[]): readonly (readonly Panel[])[] {
  const lines: Panel[][] = [];
  let left = 0;
  for (const panel of panels) {
    if (panel.width > left) {
      lines.push([]);
      left = columns;
    }
    lines.at(-1)?.push(panel);
    left -= panel.width;
  }
  return lines;
}
