import { type EnumValue, enumKey } from '../../host/enums';
import { fail } from '../../host/errors';
import { RangeImpl } from './range';
import { RangeListImpl } from './range-list';
import { rangeRegionMethods } from './range-region';
import type { SheetImpl } from './sheet';
import type { SpreadsheetImpl } from './spreadsheet';
import { contains } from './write-guard';

/** What is selected on a sheet; every sheet remembers its own. */
interface Selected {
  ranges: readonly RangeImpl[];
  current: RangeImpl;
}

const selections = new WeakMap<SheetImpl, Selected>();

export function selectionOf(sheet: SheetImpl): Selected {
  const first = new RangeImpl(sheet, 0, 0, 1, 1);
  return selections.get(sheet) ?? { ranges: [first], current: first };
}

/**
 * Selects ranges and makes their sheet the active one.
 * @param ranges null = keep the selection if the current cell lies in it, else select the cell alone
 */
export function select(sheet: SheetImpl, ranges: readonly RangeImpl[] | null, current?: RangeImpl): void {
  const known = selectionOf(sheet);
  const kept =
    ranges ??
    (known.ranges.some((range) => current && contains(range, current))
      ? known.ranges
      : [current ?? known.current]);
  const last = kept.at(-1) ?? known.current;
  selections.set(sheet, {
    ranges: kept,
    current: current ?? new RangeImpl(sheet, last.row, last.column, 1, 1),
  });
  sheet.parent.model.activeSheetId = sheet.model.id;
}

export function activeRange(sheet: SheetImpl): RangeImpl {
  const { ranges, current } = selectionOf(sheet);
  return ranges.at(-1) ?? current;
}

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
