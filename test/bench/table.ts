/** A measured figure and its budget. */
export interface Figure {
  readonly value: number;
  readonly limit?: number;
  readonly unit: string;
}

const COLUMNS = ['figure', 'trips', 'perTab', 'calls', 'cpu', 'hand', 'ratio', 'heap'] as const;
const TITLES = [
  'operation',
  'load',
  'figure',
  'trips',
  'trips a tab',
  'calls',
  'own CPU',
  'hand loop',
  'ratio',
  'heap',
];

export type TableRow = { readonly operation: string; readonly load: string } & {
  readonly [column in (typeof COLUMNS)[number]]?: Figure;
};

/** Rows of one width a column; a figure over its budget is marked. */
export function printTable(rows: readonly TableRow[]): string {
  const cells = [
    TITLES,
    ...rows.map((row) => [row.operation, row.load, ...COLUMNS.map((c) => print(row[c]))]),
  ];
  const widths = TITLES.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function print(figure: Figure | undefined): string {
  if (!figure) return '';
  const { value, limit, unit } = figure;
  const shown = Number.isInteger(value) || value >= 100 ? String(Math.round(value)) : value.toPrecision(2);
  const of = limit === undefined ? '' : ` ≤ ${limit} ${value <= limit ? 'ok' : 'OVER'}`;
  return `${shown}${unit && ` ${unit}`}${of}`;
}
