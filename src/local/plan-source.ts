import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Cell } from '../domain/registry/cell';
import { RefusedError } from './command';
import { docxTables } from './files/docx-tables';
import { readSourceTable } from './source-table';

/**
 * The tables of somebody's plan: all those of a .docx, one sheet of an .xlsx, or the lines of a text with tabs.
 * @param sheet title of the sheet of an .xlsx; absent = the only one that holds anything
 * @throws RefusedError
 */
export async function readPlanTables(file: string, sheet?: string): Promise<Cell[][][]> {
  const kind = extname(file).toLowerCase();
  if (kind === '.xlsx') return [await readSourceTable(file, sheet, true)];
  if (!['.docx', '.txt', '.tsv'].includes(kind))
    throw new RefusedError(
      `Файл «${file}» не читается: нужен .docx, .xlsx или .txt с табуляцией. Сохраните план в одном из этих видов.`,
    );
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new RefusedError(
      error.code === 'ENOENT' ? `Нет файла «${file}». Проверьте путь.` : `Файл «${file}» не открывается.`,
    );
  });
  if (kind !== '.docx') return [textRows(bytes)];
  const tables = await docxTables(bytes).catch(() => {
    throw new RefusedError(
      `Файл «${file}» не читается как .docx. Откройте его в Word, сохраните как .docx без пароля и повторите.`,
    );
  });
  if (tables.length === 0)
    throw new RefusedError(`В документе «${file}» нет таблиц: плану нужна таблица с заголовками.`);
  return tables;
}

/** UTF-8, or the code page of Windows; columns by tabs. */
function textRows(bytes: Uint8Array): string[][] {
  const utf8 = new TextDecoder().decode(bytes);
  const text = utf8.includes('\ufffd') ? new TextDecoder('windows-1251').decode(bytes) : utf8;
  return text.split(/\r\n?|\n/).map((line) => line.split('\t'));
}
