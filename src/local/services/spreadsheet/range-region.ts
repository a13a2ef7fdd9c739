import { type EnumValue, enumKey } from '../../host/enums';
import { fail } from '../../host/errors';
import { recalculate } from './calculation';
import { hasContent } from './cell-read';
import { RangeImpl } from './range';

/** Moves over the data as the keyboard does: Ctrl+arrow and Ctrl+A. */
export const rangeRegionMethods = {
  /** Ctrl+arrow from the first cell: to the end of the block, else to the next data, else to the edge of the sheet. */
  getNextDataCell(this: RangeImpl, direction: EnumValue): RangeImpl {
    recalculate(this.sheet.parent);
    const { model } = this.sheet;
    const key = enumKey('Spreadsheet.Direction', direction);
    if (!key) fail('Argument cannot be null: direction');
    const [down, right] = [
      Number(key === 'DOWN') - Number(key === 'UP'),
      Number(key === 'NEXT') - Number(key === 'PREVIOUS'),
    ];
    let [row, column] = [this.row, this.column];
    const content = (r: number, c: number) => hasContent(model, r, c);
    const inside = (r: number, c: number) => r >= 0 && c >= 0 && r < model.maxRows && c < model.maxColumns;
    const inBlock =
      content(row, column) && inside(row + down, column + right) && content(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (inBlock && !content(row + down, column + right)) break;
      row += down;
      column += right;
      if (!inBlock && content(row, column)) break;
    }
    return new RangeImpl(this.sheet, row, column, 1, 1);
  },

  /** The range grown over all cells with content beside it (corners do not touch); with a dimension only that way. */
  getDataRegion(this: RangeImpl, dimension?: EnumValue): RangeImpl {
    recalculate(this.sheet.parent);
    const key = dimension ? enumKey('Spreadsheet.Dimension', dimension) : null;
    const { model } = this.sheet;
    let [top, left, bottom, right] = [
      this.row,
      this.column,
      this.row + this.rows,
      this.column + this.columns,
    ];
    const rowHas = (row: number, from: number, to: number) => {
      for (let c = Math.max(0, from); c < Math.min(to, model.maxColumns); c++)
        if (hasContent(model, row, c)) return true;
      return false;
    };
    const columnHas = (column: number, from: number, to: number) => {
      for (let r = Math.max(0, from); r < Math.min(to, model.maxRows, model.rows.length); r++)
        if (hasContent(model, r, column)) return true;
      return false;
    };
    for (let grown = true; grown; ) {
      grown = false;
      if (key !== 'COLUMNS') {
        if (top > 0 && rowHas(top - 1, left, right)) [top, grown] = [top - 1, true];
        if (bottom < model.maxRows && rowHas(bottom, left, right)) [bottom, grown] = [bottom + 1, true];
      }
      if (key !== 'ROWS') {
        if (left > 0 && columnHas(left - 1, top, bottom)) [left, grown] = [left - 1, true];
        if (right < model.maxColumns && columnHas(right, top, bottom)) [right, grown] = [right + 1, true];
      }
    }
    return new RangeImpl(this.sheet, top, left, bottom - top, right - left);
  },
};
