import { recalculate } from '../services/spreadsheet/calculation';
import { type CellContent, placeCell, takeCells } from '../services/spreadsheet/cell-copy';
import { mergeFormat } from '../services/spreadsheet/cell-formats';
import type { SheetImpl } from '../services/spreadsheet/sheet';
import type { SpreadsheetImpl } from '../services/spreadsheet/spreadsheet';
import { deleteLines, insertLines } from '../services/spreadsheet/structure';
import { assertUnprotected } from '../services/spreadsheet/write-guard';
import type { Area, Language, UndoView } from './protocol';

/** What a step is called. */
export type StepWords = Readonly<Record<Language, string>>;

/** What a person did to cells, as what takes it back. Rows are 0-based. */
export type Step =
  /** These cells held `old`; the act made them `made`. */
  | {
      readonly kind: 'cells';
      readonly words: StepWords;
      readonly sheetId: number;
      row: number;
      readonly column: number;
      readonly old: CellContent[][];
      readonly made: CellContent[][];
      /** A sort: all cells go back together or none does. */
      readonly whole: boolean;
    }
  | {
      readonly kind: 'inserted';
      readonly words: StepWords;
      readonly sheetId: number;
      row: number;
      readonly count: number;
    }
  | {
      readonly kind: 'deleted';
      readonly words: StepWords;
      readonly sheetId: number;
      row: number;
      readonly cells: CellContent[][];
    };

/** The step is not possible any more, said to the person. */
export class TooLateError extends Error {}

const MOST_STEPS = 100;
/** A sorted tab is remembered whole: a hundred of them would be gigabytes. */
const MOST_CELLS = 600_000;

/** What one window has done. Steps of others do not stand in its way: cells that changed since are left as they are. */
export class UndoStack {
  #done: Step[] = [];
  #undone: Step[] = [];

  push(step: Step): void {
    this.#done = [...this.#done.slice(1 - MOST_STEPS), step];
    this.#undone = [];
    // The last one stays, however large it is.
    let cells = this.#done.reduce((sum, one) => sum + cellsOf(one), 0);
    while (cells > MOST_CELLS && this.#done.length > 1) cells -= cellsOf(this.#done.shift()!);
  }

  view(language: Language): UndoView {
    const last = (steps: readonly Step[]) => steps.at(-1)?.words[language] ?? '';
    return { undo: last(this.#done), redo: last(this.#undone) };
  }

  /** The step to take back, or to do again; null = there is none. It is gone from its list also when it is too late. */
  take(which: 'undo' | 'redo'): Step | null {
    return (which === 'undo' ? this.#done.pop() : this.#undone.pop()) ?? null;
  }

  /** @param inverse what takes back the step that was just taken back */
  put(which: 'undo' | 'redo', inverse: Step): void {
    (which === 'undo' ? this.#undone : this.#done).push(inverse);
  }

  /** Somebody inserted or deleted rows: the steps follow their cells. */
  shift(sheetId: number, row: number, count: number): void {
    for (const step of [...this.#done, ...this.#undone])
      if (step.sheetId === sheetId && step.row >= row) step.row = Math.max(row, step.row + count);
  }
}

function cellsOf(step: Step): number {
  if (step.kind === 'cells') return 2 * step.old.length * (step.old[0]?.length ?? 0);
  return step.kind === 'deleted' ? step.cells.length * (step.cells[0]?.length ?? 0) : 0;
}

/**
 * Takes a step back.
 * @returns the step that does it again, and the cells that an edit event tells of (null = none)
 * @throws TooLateError when it would destroy what came later
 */
export function takeBack(spreadsheet: SpreadsheetImpl, step: Step): { inverse: Step; area: Area | null } {
  const sheet = spreadsheet.getSheetById(step.sheetId);
  if (!sheet) throw new TooLateError('Вкладки больше нет: отменить нечего.');
  if (step.kind === 'cells') return cellsBack(sheet, step);
  if (step.kind === 'inserted') return insertedBack(sheet, step);
  return deletedBack(sheet, step);
}

type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

function cellsBack(sheet: SheetImpl, step: StepOf<'cells'>) {
  const { row, column, old, made } = step;
  const [rows, columns] = [old.length, old[0].length];
  assertUnprotected(sheet, { row, column, rows, columns });
  const now = takeCells(sheet, row, column, rows, columns);
  const stands = (r: number, c: number) =>
    now[r][c].value === made[r][c].value && now[r][c].formula === made[r][c].formula;
  const kept = now.flatMap((line, r) => line.filter((_, c) => !stands(r, c))).length;
  if (kept > 0 && (step.whole || kept === rows * columns))
    throw new TooLateError(
      step.whole
        ? 'Строки с тех пор изменились: прежний порядок уже не вернуть.'
        : 'Ячейки с тех пор изменились: отмена стёрла бы новое.',
    );
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      if (stands(r, c)) putBack(sheet, row + r, column + c, old[r][c], step.whole);
  recalculate(sheet.parent);
  return {
    inverse: { ...step, old: made, made: takeCells(sheet, row, column, rows, columns) },
    area: { sheetId: step.sheetId, row, column, rows, columns },
  };
}

/** An edit changes values and number formats only; marks that the script has made since stay. */
function putBack(sheet: SheetImpl, row: number, column: number, cell: CellContent, whole: boolean): void {
  if (whole) {
    placeCell(sheet, row, column, cell, ['values', 'formulas', 'format', 'note'], true);
    return;
  }
  const format = sheet.model.rows[row]?.formats?.[column];
  const numberFormat = cell.format?.numberFormat;
  const parts = { ...cell, format: mergeFormat(format, { numberFormat }) };
  placeCell(sheet, row, column, parts, ['values', 'formulas', 'format'], true);
}

function insertedBack(sheet: SheetImpl, step: StepOf<'inserted'>) {
  const { row, count, sheetId } = step;
  const cells = takeCells(sheet, row, 0, count, sheet.model.maxColumns);
  if (cells.some((line) => line.some(({ value, formula }) => value !== '' || formula)))
    throw new TooLateError('Добавленные строки уже заполнены: отмена стёрла бы их.');
  deleteLines(sheet, 'ROWS', row, count);
  return { inverse: { kind: 'deleted' as const, words: step.words, sheetId, row, cells }, area: null };
}

function deletedBack(sheet: SheetImpl, step: StepOf<'deleted'>) {
  const { row, cells, sheetId } = step;
  insertLines(sheet, 'ROWS', Math.min(row, sheet.model.maxRows), cells.length, null);
  cells.forEach((line, r) => {
    line.forEach((cell, c) => {
      placeCell(sheet, row + r, c, cell, ['values', 'formulas', 'format', 'note', 'validation'], true);
    });
  });
  return {
    inverse: { kind: 'inserted' as const, words: step.words, sheetId, row, count: cells.length },
    area: null,
  };
}
