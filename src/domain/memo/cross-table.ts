import type { CrossTable } from '../monitoring/report';
import { capital } from '../text/letter-case';
import { printNumber } from '../text/print-number';
import { cleanText } from '../text/spaces';
import type { Block } from './blocks';
import { paragraph } from './phrases';

/** A table of counts with totals; rows and columns without a single case are left out and told of. */
export function crossTable(table: CrossTable, title: string, corner: string, otherwise: string): Block[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  const row = (r: number) => table.cells[r] ?? [];
  const rows = table.rows.map((_, r) => r).filter((r) => sum(row(r)) > 0);
  const columns = table.columns.map((_, c) => c).filter((c) => rows.some((r) => (row(r)[c] ?? 0) > 0));
  if (!rows.length) return [paragraph(otherwise)];
  const line = (name: string, cells: number[]) => [
    name,
    ...cells.map((n) => printNumber(n)),
    printNumber(sum(cells)),
  ];
  const body = rows.map((r) =>
    line(
      capital(cleanText(table.rows[r]!)),
      columns.map((c) => row(r)[c] ?? 0),
    ),
  );
  const total = line(
    'Итого',
    columns.map((c) => sum(rows.map((r) => row(r)[c] ?? 0))),
  );
  const hidden = rows.length < table.rows.length || columns.length < table.columns.length;
  return [
    {
      kind: 'table',
      title,
      rows: [[corner, ...columns.map((c) => capital(cleanText(table.columns[c]!))), 'Всего'], ...body, total],
      widths: [3, ...columns.map(() => 2), 1.5],
      numeric: [...columns.map((_, i) => i + 1), columns.length + 1],
      total: true,
      sources: ['registries'],
    },
    ...(hidden ? [paragraph('Строки и столбцы без единого случая не приведены.', [], 'note')] : []),
  ];
}
