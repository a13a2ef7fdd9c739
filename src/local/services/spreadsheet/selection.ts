import { type EnumValue, enumKey } from '../../host/enums';
import { fail } from '../../host/errors';
import { RangeImpl } from './range';
import { RangeListImpl } from './range-list';
import { rangeRegionMethods } from './range-region';
import { activeRange, selectionOf } from './selected-ranges';
import type { SheetImpl } from './sheet';
import type { SpreadsheetImpl } from './spreadsheet';

export function activeRangeList(sheet: SheetImpl): RangeListImpl {
  return new RangeListImpl(sheet, selectionOf(sheet).ranges);
}

/** SpreadsheetApp.getSelection(). */
export class SelectionImpl {
  static readonly api = 'Spreadsheet.Selection';
  constructor(readonly spreadsheet: SpreadsheetImpl) {}

  getActiveSheet(): SheetImpl {
    return this.spreadsheet.activeSheet();
  }
  getActiveRange(): RangeImpl {
    return activeRange(this.getActiveSheet());
  }
  getActiveRangeList(): RangeListImpl {
    return activeRangeList(this.getActiveSheet());
  }
  getCurrentCell(): RangeImpl {
    return selectionOf(this.getActiveSheet()).current;
  }
  /** Ctrl+Shift+arrow: the active range grown to the next edge of data. */
  getNextDataRange(direction: EnumValue): RangeImpl {
    const range = this.getActiveRange();
    const key = enumKey('Spreadsheet.Direction', direction);
    if (!key) fail('Invalid argument: direction');
    const far =
      key === 'DOWN'
        ? [range.row + range.rows - 1, range.column]
        : key === 'NEXT'
          ? [range.row, range.column + range.columns - 1]
          : [range.row, range.column];
    const edge = rangeRegionMethods.getNextDataCell.call(
      new RangeImpl(range.sheet, far[0], far[1], 1, 1),
      direction,
    );
    const top = Math.min(range.row, edge.row);
    const left = Math.min(range.column, edge.column);
    const bottom = Math.max(range.row + range.rows, edge.row + 1);
    const right = Math.max(range.column + range.columns, edge.column + 1);
    return new RangeImpl(range.sheet, top, left, bottom - top, right - left);
  }
}
