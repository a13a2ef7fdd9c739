import { type Finding, shown } from '../checks/finding';
import { isCode } from '../text/person-name';
import type { BookSheet } from './book-text';
import { likelyNames } from './likely-names';
import { isOfficial } from './officials';
import { columnsOf, officialRows } from './switch-edits';

export const LIKELY_NAME = 'R-66';
const INSTRUCTION =
  'Если это ФИО участника, впишите вместо него код, а имя оставьте в файле ключа. Если это не имя, оставьте как есть.';

/** Everything in the workbook that looks like a person's name and is not a code: cells, notes, titles of the sheets. */
export function scanNames(sheets: readonly BookSheet[], officials: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  for (const sheet of sheets) {
    const columns = columnsOf(sheet);
    const official = officialRows(sheet, columns);
    const idAt = [...columns].find(([, c]) => c.type === 'id')?.[0] ?? -1;
    const add = (row: number | null, column: string, words: readonly string[], where: string) =>
      findings.push({
        code: LIKELY_NAME,
        severity: 'warning',
        tab: sheet.title,
        row: row === null ? null : row + 1,
        recordId: row === null || idAt < 0 ? '' : String(sheet.grid[row]?.[idAt] ?? ''),
        column,
        found: shown(words.join('; ')),
        expected: 'код вместо имени',
        message: `${where} стоит то, что похоже на ФИО.`,
        instruction: INSTRUCTION,
        organisation: '',
      });
    const named = (text: string): string[] =>
      likelyNames(text)
        .map(({ start, end }) => text.slice(start, end))
        .filter((name) => !isOfficial(name, officials));
    sheet.grid.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (typeof cell !== 'string' || cell === '') return;
        const known = columns.get(column);
        if ((row === 0 && known) || official.has(row)) return;
        const words =
          known?.personal === 'name' ? (isCode(cell) || cell.trim() === '' ? [] : [cell]) : named(cell);
        if (words.length > 0)
          add(row, known?.title ?? String(sheet.grid[0]?.[column] ?? ''), words, 'В ячейке');
      });
    });
    sheet.notes.forEach((cells, row) => {
      cells.forEach((note, column) => {
        if (note === '' || (row === 0 && columns.has(column))) return;
        const words = named(note);
        if (words.length > 0) add(row, columns.get(column)?.title ?? '', words, 'В заметке к ячейке');
      });
    });
    const inTitle = sheet.tab === null ? named(sheet.title) : [];
    if (inTitle.length > 0) add(null, '', inTitle, 'В названии вкладки');
  }
  return findings;
}

/** A capitalised word and where it stands first: a key file is compared with these in the browser, names are not sent. */
export interface WordPlace {
  readonly word: string;
  readonly place: string;
}

/** Every distinct capitalised Cyrillic word of the workbook. */
export function capitalWords(sheets: readonly BookSheet[]): WordPlace[] {
  const places = new Map<string, string>();
  for (const sheet of sheets) {
    const official = officialRows(sheet, columnsOf(sheet));
    const look = (text: unknown, place: () => string) => {
      if (typeof text !== 'string') return;
      for (const [word] of text.matchAll(/[А-ЯЁ][А-Яа-яЁё]{2,}/g))
        if (!places.has(word)) places.set(word, place());
    };
    const name = sheet.title;
    look(sheet.tab === null ? sheet.title : '', () => `вкладка «${name}»`);
    for (const part of [sheet.grid, sheet.notes])
      part.forEach((cells, row) => {
        if (row > 0 && !official.has(row))
          for (const cell of cells) look(cell, () => `«${name}», строка ${row + 1}`);
      });
  }
  return [...places].map(([word, place]) => ({ word, place }));
}
