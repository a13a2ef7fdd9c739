import type { ChartDescription } from './chart-description';
import { textWidth } from './font-metrics';
import { wrapText } from './text-wrap';

/** Sizes and places of the texts around a plot, in pixels. */
export const TITLE = { size: 15, line: 19 };
export const LABEL = { size: 11, line: 13.5 };
export const LEGEND = { size: 11.5, line: 15, icon: 12, gap: 18 };
const EDGE = 14;

export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  readonly mark: 'box' | 'line' | 'dash';
}

export interface PlacedLegend {
  readonly entries: readonly (LegendEntry & {
    readonly x: number;
    readonly y: number;
    readonly lines: readonly string[];
  })[];
  /** Room that the legend takes at its side. */
  readonly room: number;
}

export interface Frame {
  readonly titleLines: readonly string[];
  readonly legend: PlacedLegend;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Title on top, legend at its side; what remains is for the plot with its axes. */
export function frameOf(chart: ChartDescription, entries: readonly LegendEntry[]): Frame {
  const titleLines = chart.title
    ? wrapText(chart.title, { width: chart.width - EDGE * 2, size: TITLE.size, lines: 3, weight: 'bold' })
        .lines
    : [];
  const titleRoom = titleLines.length ? EDGE + titleLines.length * TITLE.line + 8 : EDGE;
  const side = chart.legend ?? 'bottom';
  const legend = placeLegend(chart, entries, side, titleRoom);
  return {
    titleLines,
    legend,
    top: titleRoom + (side === 'top' ? legend.room : 0),
    right: EDGE + (side === 'right' ? legend.room : 0),
    bottom: EDGE + (side === 'bottom' ? legend.room : 0),
    left: EDGE + (side === 'left' ? legend.room : 0),
  };
}

function placeLegend(
  chart: ChartDescription,
  entries: readonly LegendEntry[],
  side: string,
  titleRoom: number,
): PlacedLegend {
  if (side === 'none' || entries.length === 0) return { entries: [], room: 0 };
  if (side === 'right' || side === 'left') {
    const textRoom = Math.min(chart.width * 0.3, widest(entries) + 2);
    let y = titleRoom + 4;
    const placed = entries.map((entry) => {
      const { lines } = wrapText(entry.name, { width: textRoom, size: LEGEND.size, lines: 3 });
      const own = {
        ...entry,
        lines,
        x: side === 'left' ? EDGE : chart.width - EDGE - textRoom - LEGEND.icon - 6,
        y,
      };
      y += lines.length * LEGEND.line + 6;
      return own;
    });
    return { entries: placed, room: textRoom + LEGEND.icon + 18 };
  }
  const full = chart.width - EDGE * 2;
  const rows: { items: (LegendEntry & { lines: readonly string[]; width: number })[]; width: number }[] = [];
  for (const entry of entries) {
    const { lines } = wrapText(entry.name, { width: full - LEGEND.icon - 6, size: LEGEND.size, lines: 2 });
    const width = LEGEND.icon + 6 + Math.max(...lines.map((l) => textWidth(l, LEGEND.size)));
    const last = rows.at(-1);
    if (last && last.width + LEGEND.gap + width <= full) {
      last.items.push({ ...entry, lines, width });
      last.width += LEGEND.gap + width;
    } else rows.push({ items: [{ ...entry, lines, width }], width });
  }
  const heights = rows.map((row) => Math.max(...row.items.map((i) => i.lines.length)) * LEGEND.line + 4);
  const height = heights.reduce((a, b) => a + b, 0);
  let y = side === 'top' ? titleRoom : chart.height - EDGE - height + 4;
  const placed = rows.flatMap((row, i) => {
    let x = (chart.width - row.width) / 2;
    const items = row.items.map((item) => {
      const own = { ...item, x, y };
      x += item.width + LEGEND.gap;
      return own;
    });
    y += heights[i];
    return items;
  });
  return { entries: placed, room: height + 8 };
}

function widest(entries: readonly LegendEntry[]): number {
  return Math.max(...entries.map((e) => textWidth(e.name, LEGEND.size)));
}

export interface CategoryLabels {
  readonly texts: readonly string[];
  /** 0 or 90 degrees. */
  readonly rotate: number;
  /** Room across the axis. */
  readonly room: number;
}

/** Labels under columns: level when every name fits in four lines, otherwise upright and wrapped. */
export function columnLabels(categories: readonly string[], slot: number, height: number): CategoryLabels {
  const level = categories.map((c) => wrapText(c, { width: slot - 6, size: LABEL.size, lines: 4 }));
  if (level.every((w) => !w.cut)) {
    const lines = Math.max(1, ...level.map((w) => w.lines.length));
    return { texts: level.map((w) => w.lines.join('\n')), rotate: 0, room: lines * LABEL.line + 8 };
  }
  const length = height * 0.36;
  const lines = Math.max(1, Math.min(4, Math.floor((slot - 2) / LABEL.line)));
  const upright = categories.map((c) => wrapText(c, { width: length, size: LABEL.size, lines }).lines);
  const room = Math.max(...upright.flat().map((l) => textWidth(l, LABEL.size)));
  return { texts: upright.map((l) => l.join('\n')), rotate: 90, room: room + 10 };
}

/** Labels beside bars: as many lines as the height of a bar's row lets. */
export function barLabels(categories: readonly string[], slot: number, width: number): CategoryLabels {
  const lines = Math.max(1, Math.min(4, Math.floor((slot - 1) / LABEL.line)));
  const wrapped = categories.map((c) => wrapText(c, { width: width * 0.38, size: LABEL.size, lines }).lines);
  const room = Math.max(0, ...wrapped.flat().map((l) => textWidth(l, LABEL.size)));
  return { texts: wrapped.map((l) => l.join('\n')), rotate: 0, room: room + 10 };
}
