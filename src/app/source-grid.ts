import type { Cell, Grid } from '../domain/registry/cell';
import { Refusal } from './ports';

const LARGEST = { rows: 5000, columns: 200 } as const;

/** The cells of somebody's table as a panel or the command line sends them. @throws Refusal when it is none, or too large */
export function gridOf(value: unknown): Grid {
  if (!Array.isArray(value) || !value.every(Array.isArray))
    throw new Refusal('Таблица не прочитана: нужны строки и столбцы.');
  const rows = value as unknown[][];
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (rows.length > LARGEST.rows + 1 || width > LARGEST.columns)
    throw new Refusal(
      `Таблица слишком велика: ${rows.length} строк и ${width} столбцов. За один раз можно внести до ${LARGEST.rows} строк и ${LARGEST.columns} столбцов: разделите её.`,
    );
  return rows.map((row) => Array.from({ length: width }, (_, i) => cellOf(row[i])));
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const date = (value as { date?: unknown } | null)?.date;
  return typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? { date } : '';
}
