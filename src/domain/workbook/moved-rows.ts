import type { Cell } from '../registry/cell';
import type { ColumnLayout, TabLayout } from './layout';

/** Rows that were no records (totals, repeated headers), moved out of the registries; nothing of them is lost. */
export const MOVED_TITLE = 'Вынесено из реестров';

export const MOVED_HEADER = ['Когда', 'Вкладка', 'Строка', 'Что стояло в строке'] as const;

/** Made when the first row is moved out. */
export function movedLayout(): TabLayout {
  const columns = MOVED_HEADER.map(
    (title): ColumnLayout => ({
      title,
      aliases: [],
      note: '',
      format: '',
      width: null,
      owner: 'script',
      validation: null,
    }),
  );
  return { title: MOVED_TITLE, aliases: [], columns, generated: true, hidden: false, preload: null };
}

/** @param row 1-based row in which it stood */
export function movedRow(when: string, tab: string, row: number, cells: readonly Cell[]): Cell[] {
  return [when, tab, row, ...cells];
}
