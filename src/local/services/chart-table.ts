import type { ChartDescription } from './chart-description';
import { GRID_LINE, INK } from './chart-palette';
import { textWidth } from './font-metrics';
import { wrapText } from './text-wrap';

const SIZE = 12;
const LINE = 15;
const PADDING = 6;
const EDGE = 12;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A table chart: columns share the width by what they need; rows that do not fit are left out with a note. */
export function tableSvg(chart: ChartDescription, family: string): string {
  const { head = [], rows = [] } = chart.table ?? {};
  const full = chart.width - EDGE * 2;
  const need = head.map((h, c) =>
    Math.max(
      40,
      ...[h, ...rows.map((r) => r[c] ?? '')].map(
        (t, i) => textWidth(t, SIZE, i ? 'regular' : 'bold') + PADDING * 2,
      ),
    ),
  );
  const widths = share(need, full);
  const out: string[] = [];
  let y = EDGE;
  const draw = (cells: readonly string[], bold: boolean, fill: string): boolean => {
    const wrapped = widths.map(
      (w, c) =>
        wrapText(cells[c] ?? '', {
          width: w - PADDING * 2,
          size: SIZE,
          lines: 3,
          weight: bold ? 'bold' : 'regular',
        }).lines,
    );
    const height = Math.max(1, ...wrapped.map((l) => l.length)) * LINE + PADDING;
    if (y + height > chart.height - EDGE) return false;
    let x = EDGE;
    wrapped.forEach((lines, c) => {
      const number = !bold && /^[\s\d.,%+−-]+$/.test(cells[c] ?? '');
      out.push(
        `<rect x="${x}" y="${y}" width="${widths[c]}" height="${height}" fill="${fill}" stroke="${GRID_LINE}"/>`,
      );
      lines.forEach((line, i) => {
        const at = number ? x + widths[c] - PADDING : x + PADDING;
        out.push(
          `<text x="${at}" y="${y + PADDING / 2 + LINE * 0.8 + i * LINE}" text-anchor="${number ? 'end' : 'start'}" ` +
            `font-family="${family}" font-size="${SIZE}" ${bold ? 'font-weight="bold" ' : ''}fill="${INK}">${escaped(line)}</text>`,
        );
      });
      x += widths[c];
    });
    y += height;
    return true;
  };
  draw(head, true, '#eef1f4');
  rows.every((row, i) => draw(row, false, i % 2 ? '#f8f9fa' : '#ffffff'));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${chart.width}" height="${chart.height}" viewBox="0 0 ${chart.width} ${chart.height}">` +
    `<rect width="100%" height="100%" fill="${chart.background ?? '#ffffff'}"/>${out.join('')}</svg>`
  );
}

/** Narrow columns get what they need, the rest share what is left in proportion. */
function share(need: readonly number[], full: number): number[] {
  const total = need.reduce((a, b) => a + b, 0);
  if (total <= full) return [...need];
  const even = full / Math.max(1, need.length);
  const small = need.reduce((sum, n) => sum + (n <= even ? n : 0), 0);
  const large = need.reduce((sum, n) => sum + (n > even ? n : 0), 0);
  return need.map((n) => (n <= even ? n : (n / large) * (full - small)));
}
