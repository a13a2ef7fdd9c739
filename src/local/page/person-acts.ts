import { fireOnChange, fireOnEdit } from '../host/editor-events';
import type { Fired } from '../host/fire';
import type { Host } from '../host/host';
import { takeCells } from '../services/spreadsheet/cell-copy';
import { usedColumns, usedRows } from '../services/spreadsheet/cell-read';
import { cellName, columnName } from '../services/spreadsheet/notation';
import { RangeImpl } from '../services/spreadsheet/range';
import { sortRows } from '../services/spreadsheet/range-order';
import type { SheetImpl } from '../services/spreadsheet/sheet';
import { sheetLineMethods } from '../services/spreadsheet/sheet-lines';
import type { Act } from './protocol';
import { type Step, takeBack, type UndoStack } from './undo';

/** The act is refused, in words for the person. Nothing has changed. */
export class ActRefused extends Error {}

type Of<K extends Act['kind']> = Extract<Act, { kind: K }>;

export function sheetOf(host: Host, sheetId: number): SheetImpl {
  const sheet = host.spreadsheets.active()?.getSheetById(sheetId);
  if (!sheet) throw new ActRefused('Этой вкладки больше нет. Выберите другую.');
  return sheet;
}

const MOST_CELLS = 100_000;

/** A page sends whole numbers that lie on the tab; whatever else comes would end up in some other cell. */
function assertPlace(...numbers: readonly number[]): void {
  if (!numbers.every((n) => Number.isInteger(n) && n >= 0 && n < 1e7))
    throw new ActRefused('Страница назвала место, которого на вкладке нет.');
}

/** What a person does to cells with the hands: the triggers hear of it as they would at Google. */
export function edit(host: Host, act: Of<'edit'>, undo: UndoStack): Fired[] {
  const sheet = sheetOf(host, act.sheetId);
  const { row, column } = act;
  const columns = Math.max(0, ...act.values.map((line) => line.length));
  assertPlace(row, column);
  if (columns === 0) throw new ActRefused('Нечего вставить: в буфере нет ячеек.');
  if (act.values.length * columns > MOST_CELLS)
    throw new ActRefused(
      `Слишком большой блок: за раз вставляется до ${MOST_CELLS.toLocaleString('ru')} ячеек.`,
    );
  const values = act.values.map((line) => Array.from({ length: columns }, (_, c) => line[c] ?? ''));
  const old = takeCells(sheet, row, column, values.length, columns);
  const event = host.spreadsheets.userEdit(act.sheetId, row, column, values);
  const made = takeCells(sheet, row, column, values.length, columns);
  const single = values.length * columns === 1;
  const place = single ? cellName(row, column) : `${values.length} × ${columns}`;
  const words = { ru: single ? `ввод в ${place}` : `ввод ${place}`, en: `typing ${place}` };
  undo.push({ kind: 'cells', words, sheetId: act.sheetId, row, column, old, made, whole: false });
  return fireOnEdit(host, event);
}

export function insertRows(host: Host, act: Of<'insertRows'>, undo: UndoStack): Fired[] {
  const sheet = sheetOf(host, act.sheetId);
  const { row, count, sheetId } = act;
  assertPlace(row, count);
  // The new rows look like the row above, but not like the frozen headers.
  if (row > sheet.model.frozenRows) sheetLineMethods.insertRowsAfter.call(sheet, row, count);
  else sheetLineMethods.insertRowsBefore.call(sheet, row + 1, count);
  undo.push({
    kind: 'inserted',
    words: { ru: `вставка строк: ${count}`, en: `insert rows: ${count}` },
    sheetId,
    row,
    count,
  });
  return fireOnChange(host, 'INSERT_ROW');
}

export function deleteRows(host: Host, act: Of<'deleteRows'>, undo: UndoStack): Fired[] {
  const sheet = sheetOf(host, act.sheetId);
  const { row, count, sheetId } = act;
  assertPlace(row, count);
  const cells = takeCells(sheet, row, 0, count, sheet.model.maxColumns);
  sheetLineMethods.deleteRows.call(sheet, row + 1, count);
  undo.push({
    kind: 'deleted',
    words: { ru: `удаление строк: ${count}`, en: `delete rows: ${count}` },
    sheetId,
    row,
    cells,
  });
  return fireOnChange(host, 'REMOVE_ROW');
}

/** All rows below the frozen ones, with all their columns. */
export function sort(host: Host, act: Of<'sort'>, undo: UndoStack): Fired[] {
  const sheet = sheetOf(host, act.sheetId);
  const { frozenRows } = sheet.model;
  assertPlace(act.column);
  const rows = usedRows(sheet.model) - frozenRows;
  const columns = usedColumns(sheet.model);
  if (rows < 2 || act.column >= columns) throw new ActRefused('Здесь нечего сортировать.');
  const old = takeCells(sheet, frozenRows, 0, rows, columns);
  sortRows(new RangeImpl(sheet, frozenRows, 0, rows, columns), [
    { column: act.column, ascending: act.ascending },
  ]);
  const made = takeCells(sheet, frozenRows, 0, rows, columns);
  const letter = columnName(act.column);
  const words = { ru: `сортировка по столбцу ${letter}`, en: `sort by column ${letter}` };
  const place = { sheetId: act.sheetId, row: frozenRows, column: 0 };
  undo.push({ kind: 'cells', words, ...place, old, made, whole: true });
  return fireOnChange(host, 'OTHER');
}

export function resize(host: Host, act: Of<'resize'>): Fired[] {
  const sheet = sheetOf(host, act.sheetId);
  assertPlace(act.column, act.width);
  sheetLineMethods.setColumnWidth.call(sheet, act.column + 1, Math.max(20, Math.min(1000, act.width)));
  return fireOnChange(host, 'FORMAT');
}

/** Rows that this step gives (> 0) or takes, at its place. */
export function rowsMoved(step: Step): number {
  if (step.kind === 'inserted') return step.count;
  return step.kind === 'deleted' ? -step.cells.length : 0;
}

/** Takes the window's last step back, or does it again; null = there is none. */
export function back(host: Host, which: 'undo' | 'redo', undo: UndoStack) {
  const step = undo.take(which);
  const spreadsheet = host.spreadsheets.active();
  if (!step || !spreadsheet) return null;
  const { inverse, area } = takeBack(spreadsheet, step);
  undo.put(which, inverse);
  const fired = area
    ? fireOnEdit(host, {
        range: new RangeImpl(sheetOf(host, area.sheetId), area.row, area.column, area.rows, area.columns),
      })
    : fireOnChange(host, step.kind === 'inserted' ? 'REMOVE_ROW' : 'INSERT_ROW');
  return { step, area, fired };
}
