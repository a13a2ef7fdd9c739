/**
 * The rows of a table copied from a spreadsheet: columns by tabs, a cell with a tab or a line break in quotes. A text
 * without tabs is taken as CSV with semicolons, as Excel writes it here.
 */
export function pastedRows(text: string): string[][] {
  const mark = text.includes('\t') ? '\t' : ';';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (source[i + 1] === '"') cell += source[++i];
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === mark || c === '\n') {
      rows[rows.length - 1].push(cell);
      cell = '';
      if (c === '\n') rows.push([]);
    } else cell += c;
  }
  rows[rows.length - 1].push(cell);
  while (rows.length > 0 && rows[rows.length - 1].every((t) => t.trim() === '')) rows.pop();
  return rows;
}
