import { fail } from '../../host/errors';
import { unwrap } from '../../host/membrane';
import type { SheetModel } from './model';
import { findNamedRange, NamedRangeImpl, setNamedRange } from './named-range';
import type { RangeImpl } from './range';
import { RangeListImpl } from './range-list';
import { rangeOfRef } from './range-ref';
import { activeRange, select, selectionOf } from './selected-ranges';
import { activeRangeList, SelectionImpl } from './selection';
import type { SheetImpl } from './sheet';
import { rangeByNotation, wholeSheet } from './sheet-ranges';
import type { SpreadsheetImpl } from './spreadsheet';
import { TextFinderImpl } from './text-finder';

interface InsertOptions {
  template?: SheetImpl;
}

/** The next free "Sheet7" (in Russian spreadsheets "Лист7"). */
function freeName(spreadsheet: SpreadsheetImpl): string {
  const word = spreadsheet.model.locale.startsWith('ru') ? 'Лист' : 'Sheet';
  let n = spreadsheet.model.sheets.length + 1;
  while (spreadsheet.model.sheets.some((sheet) => sheet.name === word + n)) n++;
  return word + n;
}

function activePlace(spreadsheet: SpreadsheetImpl): number {
  return spreadsheet.model.sheets.indexOf(spreadsheet.activeSheet().model);
}

/** The sheet goes; formulas that named it keep its name, named ranges and protections go with it. */
function removeSheet(spreadsheet: SpreadsheetImpl, model: SheetModel): void {
  const { sheets, namedRanges } = spreadsheet.model;
  const place = sheets.indexOf(model);
  if (place < 0) fail('The sheet does not exist.');
  if (!sheets.some((sheet) => sheet !== model && !sheet.hidden))
    fail("You can't remove all the sheets in a document.");
  sheets.splice(place, 1);
  for (let i = namedRanges.length - 1; i >= 0; i--)
    if (namedRanges[i].range.sheetId === model.id) namedRanges.splice(i, 1);
  if (spreadsheet.model.activeSheetId === model.id) {
    const near = sheets[Math.min(place, sheets.length - 1)];
    spreadsheet.model.activeSheetId =
      (near.hidden ? sheets.find((sheet) => !sheet.hidden) : near)?.id ?? sheets[0].id;
  }
}

/** Sheets of a spreadsheet, its ranges, names and selection. */
export const spreadsheetSheetMethods = {
  getNumSheets(this: SpreadsheetImpl): number {
    return this.model.sheets.length;
  },
  /** Without a place the sheet goes right after the active one; it becomes the active one. */
  insertSheet(this: SpreadsheetImpl, ...args: unknown[]): SheetImpl {
    const name = args.find((arg) => typeof arg === 'string') ?? freeName(this);
    const place = args.find((arg) => typeof arg === 'number') ?? activePlace(this) + 1;
    const options = args.find((arg) => typeof arg === 'object' && arg !== null) as InsertOptions | undefined;
    // The façade inside a plain options object is not taken off by the membrane.
    const template = unwrap(options?.template) as SheetImpl | undefined;
    return this.addSheet(String(name), Math.trunc(Number(place)), template?.model ?? null);
  },
  deleteSheet(this: SpreadsheetImpl, sheet: SheetImpl): void {
    removeSheet(this, sheet.model);
  },
  deleteActiveSheet(this: SpreadsheetImpl): SheetImpl {
    removeSheet(this, this.activeSheet().model);
    return this.activeSheet();
  },
  duplicateActiveSheet(this: SpreadsheetImpl): SheetImpl {
    const copy = this.addCopy(this.activeSheet().model, activePlace(this) + 1);
    this.model.activeSheetId = copy.model.id;
    return copy;
  },
  renameActiveSheet(this: SpreadsheetImpl, name: string): void {
    this.renameSheet(this.activeSheet().model, name);
  },
  /** 1-based. */
  moveActiveSheet(this: SpreadsheetImpl, position: number): void {
    const { sheets } = this.model;
    if (position < 1 || position > sheets.length) fail('Sheet index out of range.');
    const [sheet] = sheets.splice(activePlace(this), 1);
    sheets.splice(position - 1, 0, sheet);
  },
  getActiveSheet(this: SpreadsheetImpl): SheetImpl {
    return this.activeSheet();
  },
  setActiveSheet(this: SpreadsheetImpl, sheet: SheetImpl): SheetImpl {
    if (sheet.parent !== this) fail('The sheet is not in this spreadsheet.');
    this.model.activeSheetId = sheet.model.id;
    return sheet;
  },

  getRange(this: SpreadsheetImpl, notation: string): RangeImpl {
    return rangeByNotation(this.activeSheet(), notation);
  },
  getRangeList(this: SpreadsheetImpl, notations: string[]): RangeListImpl {
    const sheet = this.activeSheet();
    return new RangeListImpl(
      sheet,
      notations.map((notation) => rangeByNotation(sheet, notation)),
    );
  },
  getRangeByName(this: SpreadsheetImpl, name: string): RangeImpl | null {
    const named = findNamedRange(this, name);
    return named ? rangeOfRef(this, named.range) : null;
  },
  getNamedRanges(this: SpreadsheetImpl): NamedRangeImpl[] {
    return this.model.namedRanges.map((entry) => new NamedRangeImpl(this, entry));
  },
  setNamedRange(this: SpreadsheetImpl, name: string, range: RangeImpl): void {
    setNamedRange(this, name, range);
  },
  removeNamedRange(this: SpreadsheetImpl, name: string): void {
    const known = findNamedRange(this, name);
    if (!known) fail(`The named range "${name}" does not exist.`);
    this.model.namedRanges.splice(this.model.namedRanges.indexOf(known), 1);
  },
  createTextFinder(this: SpreadsheetImpl, text: string): TextFinderImpl {
    return new TextFinderImpl(this.getSheets().map(wholeSheet), String(text));
  },

  getSelection(this: SpreadsheetImpl): SelectionImpl {
    return new SelectionImpl(this);
  },
  getActiveRange(this: SpreadsheetImpl): RangeImpl {
    return activeRange(this.activeSheet());
  },
  getActiveRangeList(this: SpreadsheetImpl): RangeListImpl {
    return activeRangeList(this.activeSheet());
  },
  getCurrentCell(this: SpreadsheetImpl): RangeImpl {
    return selectionOf(this.activeSheet()).current;
  },
  getActiveCell(this: SpreadsheetImpl): RangeImpl {
    return selectionOf(this.activeSheet()).current;
  },
  setActiveRange(this: SpreadsheetImpl, range: RangeImpl): RangeImpl {
    select(range.sheet, [range]);
    return range;
  },
  setActiveSelection(this: SpreadsheetImpl, range: RangeImpl | string): RangeImpl {
    const chosen = typeof range === 'string' ? rangeByNotation(this.activeSheet(), range) : range;
    select(chosen.sheet, [chosen]);
    return chosen;
  },
  setActiveRangeList(this: SpreadsheetImpl, list: RangeListImpl): RangeListImpl {
    select(list.sheet, list.ranges);
    return list;
  },
  setCurrentCell(this: SpreadsheetImpl, cell: RangeImpl): RangeImpl {
    select(cell.sheet, null, cell);
    return cell;
  },
};
