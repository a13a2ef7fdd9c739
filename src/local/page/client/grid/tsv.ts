/** Cells as spreadsheets put them on the clipboard: tabs and line ends between them, a cell that holds one in quotes. */

/**
 * Reads what Excel, LibreOffice or Sheets has copied. A quote that opens a cell but does not close it just before a tab or
 * a line end is text: Excel does not quote a cell for its quotes alone.
 * @param limit reading ends once there are more cells: a paste that is refused anyway must not freeze the page
 */
export function parseTsv(text: string, limit = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = [[]];
  let cells = 0;
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted ? quoted.end : plainEnd(text, at);
    rows[rows.length - 1].push(quoted ? quoted.value : text.slice(at, end));
    cells += 1;
    if (end >= text.length || cells > limit) break;
    const lineEnds = text[end] !== '\t';
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    if (!lineEnds) continue;
    // The end of the last line is not the start of another.
    if (at >= text.length) break;
    rows.push([]);
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

function plainEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

function quotedCell(text: string, from: number): { value: string; end: number } | null {
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return null;
  const next = text[close + 1];
  if (next !== undefined && next !== '\t' && next !== '\n' && next !== '\r') return null;
  const value = text
    .slice(from + 1, close)
    .replaceAll('""', '"')
    .replaceAll('\r\n', '\n');
  return { value, end: close + 1 };
}

/** @param rows at least one cell, all rows of one width */
export function printTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => (row.length === 1 && row[0] === '' ? '""' : row.map(cell).join('\t'))).join('\n');
}

function cell(value: string): string {
  return /[\t\n\r"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The same for programs that take a table: Word, letters, Sheets. */
export function printTable(rows: readonly (readonly string[])[]): string {
  const marked = (value: string) =>
    value.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
  const data = (value: string) => `<td>${marked(value).replace(/\n/g, '<br>')}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(data).join('')}</tr>`).join('')}</table>`;
}

/** What is written where this is pasted over a selection: one value fills it, a block repeats where it fits whole times. */
export function spread(
  block: readonly (readonly string[])[],
  rows: number,
  columns: number,
): { readonly rows: number; readonly columns: number; readonly at: (row: number, column: number) => string } {
  const [height, width] = [block.length, block[0]?.length ?? 0];
  const fits = rows % height === 0 && columns % width === 0;
  return {
    rows: fits ? rows : height,
    columns: fits ? columns : width,
    at: (row, column) => block[row % height][column % width],
  };
}
