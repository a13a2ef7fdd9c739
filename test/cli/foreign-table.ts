import ExcelJS from 'exceljs';
import type { Cell } from '../../src/domain/registry/cell';
import type { TabKey } from '../../src/domain/registry/tab';
import { tabs } from '../../src/domain/registry/tabs';
import type { Book } from '../domain/book';

export interface ForeignOptions {
  /** Columns from right to left, with strange ones between them. */
  readonly shuffled?: boolean;
  /** Headers by their first alias where they have one, in another case and with a line break. */
  readonly aliases?: boolean;
  /** How dates stand in the cells; `both` takes turns. */
  readonly dates?: 'date' | 'text' | 'both';
  /** Last changes, before the file is written. */
  readonly change?: (workbook: ExcelJS.Workbook) => void;
}

/** A table as another program would write it: only the tabs and columns in use, no notes, rules or generated tabs. */
export async function foreignTable(file: string, book: Book, options: ForeignOptions = {}): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  let turn = 0;
  for (const [key, rows] of Object.entries(book) as [TabKey, readonly Record<string, Cell>[] | null][]) {
    if (rows === null) continue;
    const tab = tabs[key];
    const used = tab.columns.filter((c) => rows.some((row) => row[c.key] !== undefined));
    const columns = options.shuffled ? [...used].reverse() : used;
    const sheet = workbook.addWorksheet(tab.title);
    const titles = columns.map((c) =>
      options.aliases && c.aliases?.[0] ? `${c.aliases[0].toUpperCase()} ` : c.title,
    );
    const cells = rows.map((row) =>
      columns.map((c) => {
        const cell = row[c.key];
        if (cell === undefined) return null;
        if (typeof cell === 'boolean') return cell ? 'Да' : 'нет';
        if (c.type !== 'date' || typeof cell !== 'string') return cell;
        const [y, m, d] = cell.split('-').map(Number);
        const asText = options.dates === 'text' || (options.dates === 'both' && turn++ % 2 === 1);
        return asText ? `${d}.${String(m).padStart(2, '0')}.${y} г.` : new Date(Date.UTC(y, m - 1, d));
      }),
    );
    const widen = <T>(row: readonly T[], extra: T): T[] =>
      options.shuffled ? [extra, ...row, extra] : [...row];
    sheet.addRow(widen<string>(titles, 'Моя пометка'));
    for (const row of cells) sheet.addRow(widen<unknown>(row, 'да'));
    columns.forEach((c, i) => {
      if (c.type === 'date') sheet.getColumn(i + (options.shuffled ? 2 : 1)).numFmt = 'dd/mm/yyyy';
    });
  }
  options.change?.(workbook);
  await workbook.xlsx.writeFile(file);
  return file;
}

/** 1-based column of a header in a sheet of exceljs. */
export function columnAt(sheet: ExcelJS.Worksheet, title: string): number {
  const found = (sheet.getRow(1).values as unknown[]).indexOf(title);
  if (found < 1) throw new Error(`No «${title}» on «${sheet.name}»`);
  return found;
}
