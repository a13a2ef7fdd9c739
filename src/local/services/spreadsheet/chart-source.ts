import type { ChartCell, ChartTable } from '../chart-options';
import { readDisplay } from './cell-read';
import { isHiddenByFilter } from './filter-rows';
import type { RangeImpl } from './range';

export interface SourceOptions {
  readonly mergeRows?: boolean;
  readonly transpose?: boolean;
  /** Rows of headings; -1 = find out. */
  readonly headers?: number;
  /** Whether hidden rows and columns are left out; default both. */
  readonly skipHiddenRows?: boolean;
  readonly skipHiddenColumns?: boolean;
}

const BLANK: ChartCell = { value: null, text: '' };

/** The data of a chart: its ranges side by side (or one below the other), with the headings taken off. */
export function tableOfRanges(ranges: readonly RangeImpl[], options: SourceOptions = {}): ChartTable {
  const grids = ranges.map((range) => cellsOf(range, options)).filter((grid) => grid.length > 0);
  let grid = options.mergeRows ? grids.flat() : beside(grids);
  if (options.transpose) grid = (grid[0] ?? []).map((_, c) => grid.map((row) => row[c] ?? BLANK));
  const width = Math.max(0, ...grid.map((row) => row.length));
  grid = grid.map((row) => [...row, ...new Array<ChartCell>(width - row.length).fill(BLANK)]);
  while (grid.length > 0 && grid[grid.length - 1].every((cell) => cell.value === null)) grid.pop();
  const headers = options.headers === undefined || options.headers < 0 ? guessHeaders(grid) : options.headers;
  const head = Array.from({ length: width }, (_, c) =>
    grid
      .slice(0, headers)
      .map((row) => row[c].text)
      .filter((text) => text !== '')
      .join(' '),
  );
  return { head, rows: grid.slice(headers) };
}

function cellsOf(range: RangeImpl, options: SourceOptions): ChartCell[][] {
  const { sheet } = range;
  const { model } = sheet;
  const rows = Math.min(range.rows, Math.max(0, model.rows.length - range.row));
  const columns = Math.min(range.columns, model.maxColumns - range.column);
  const texts = readDisplay(sheet, range.row, range.column, rows, columns);
  const visibleColumns = Array.from({ length: columns }, (_, c) => c).filter(
    (c) => options.skipHiddenColumns === false || !model.hiddenColumns.has(range.column + c),
  );
  return texts.flatMap((line, r) => {
    const row = range.row + r;
    const hidden = model.hiddenRows.has(row) || isHiddenByFilter(sheet, row);
    if (hidden && options.skipHiddenRows !== false) return [];
    const values = model.rows[row]?.values;
    return [
      visibleColumns.map((c): ChartCell => {
        const value = values?.[range.column + c] ?? '';
        return value === '' ? BLANK : { value, text: line[c] };
      }),
    ];
  });
}

function beside(grids: readonly ChartCell[][][]): ChartCell[][] {
  const height = Math.max(0, ...grids.map((grid) => grid.length));
  return Array.from({ length: height }, (_, r) =>
    grids.flatMap((grid) => grid[r] ?? new Array<ChartCell>(grid[0].length).fill(BLANK)),
  );
}

/** One row of headings when no value column has a number in the first row and some has one below. */
function guessHeaders(grid: readonly (readonly ChartCell[])[]): number {
  if (grid.length < 2) return 0;
  const first = grid[0].length > 1 ? 1 : 0;
  const numeric = (row: readonly ChartCell[]) =>
    row.slice(first).some((cell) => typeof cell.value === 'number');
  const titled = grid[0].some((cell) => typeof cell.value === 'string');
  return titled && !numeric(grid[0]) && grid.slice(1).some(numeric) ? 1 : 0;
}
